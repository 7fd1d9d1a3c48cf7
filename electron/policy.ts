// The file by which an organisation ships Porthole with its own client and rules: read once at start, checked as a whole, and
// followed as a whole or, where that can't be, by its strictest reading. Decides; those who act ask here.
import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { type OAuthClient, parseClientFile } from './auth/client-file.ts';
import { FailureError } from './contract/failure.ts';
import { noPolicy, type Policy } from './contract/policy.ts';
import { mostCache } from './contract/storage.ts';
import { isAbsent } from './files/system-errors.ts';

export interface Rules {
  /** What the window may know of it: not the client. */
  readonly shown: Policy;
  readonly client: OAuthClient | undefined;
  /** Whether an account of this address may be used; an empty one where Google vouches for none. */
  readonly allows: (email: string) => boolean;
  /** @throws FailureError `not-permitted` where this account may not be used, or, without one, where none may */
  readonly check: (email?: string) => void;
  /** Bytes, of what the person has chosen. */
  readonly cacheLimit: (chosen: number) => number;
}

const domain = z
  .string()
  .check(z.regex(/^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i), z.toLowerCase());

/** Strict: a rule that this Porthole does not know is one that it would not follow. */
const shape = z.strictObject({
  organisation: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{Cc}\p{Cf}]+$/u))),
  /** What is in the client file as Google hands it out. */
  client: z.optional(z.record(z.string(), z.unknown())),
  allowedDomains: z.optional(z.array(domain).check(z.minLength(1), z.maxLength(100))),
  remotePictures: z.optional(z.literal('never')),
  cacheLimit: z.optional(z.int().check(z.gte(0), z.lte(mostCache))),
});

/** Bytes. */
const longestFile = 100_000;

const notPermitted = (problem: 'organisation' | 'policy-file') => new FailureError({ kind: 'not-permitted', problem });

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

function rulesOf(shown: Policy, client?: OAuthClient): Rules {
  const { allowedDomains, cacheLimit, unreadable } = shown;
  const isOfAllowed = (email: string) =>
    !allowedDomains || (email.includes('@') && allowedDomains.includes(domainOf(email)));
  return {
    shown,
    client,
    allows: (email) => !unreadable && isOfAllowed(email),
    check: (email) => {
      if (unreadable) throw notPermitted('policy-file');
      if (email !== undefined && !isOfAllowed(email)) throw notPermitted('organisation');
    },
    cacheLimit: (chosen) => Math.min(chosen, cacheLimit ?? chosen),
  };
}

export const noRules = rulesOf(noPolicy);
const strictest = rulesOf({ ...noPolicy, client: true, remotePictures: 'never', updates: 'never', unreadable: true });

/** @throws where it is no file, or one that is too long: what never ends would be read for ever */
function textOf(file: string): string {
  const stats = statSync(file);
  if (!stats.isFile() || stats.size > longestFile) throw new TypeError('This is no file of rules.');
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}

/** A link is there, whatever has become of what it leads to. */
function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch (error) {
    return !isAbsent(error);
  }
}

export function readRules(file: string): Rules {
  let text: string;
  try {
    text = textOf(file);
  } catch {
    // One that is there and can't be read may say anything.
    return isThere(file) ? strictest : noRules;
  }
  try {
    const { organisation, client, allowedDomains, remotePictures, cacheLimit } = shape.parse(JSON.parse(text));
    const parsed = client && parseClientFile(JSON.stringify(client));
    return rulesOf(
      {
        organisation: organisation ?? null,
        client: parsed !== undefined,
        allowedDomains: allowedDomains ?? null,
        remotePictures: remotePictures ?? 'ask',
        cacheLimit: cacheLimit ?? null,
        // A newer version replaces the program as a whole, and this file with it: nothing would be fixed any more.
        updates: 'never',
        unreadable: false,
      },
      parsed,
    );
  } catch {
    // Not said why, in a log or elsewhere: what is wrong with it may quote the client's secret.
    return strictest;
  }
}

/** `given`: the value of `--policy`, or empty. A packaged Porthole reads the one beside it and no other: whoever could name one
 *  could name none. */
export function rulesFile(resources: string, given: string, isPackaged: boolean): string {
  return given !== '' && !isPackaged ? given : path.join(resources, 'policy.json');
}
