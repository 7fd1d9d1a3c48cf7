// The first screen in a file of its account, beside the mail that it shows: of which state of it, and until when its dates
// are right.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Drawing, FirstAnswers } from '../contract/first-screen.ts';
import type { Connection, SessionState } from '../contract/model.ts';
import { draftOf, replaceFile } from '../files/replace.ts';

export interface KeptScreen {
  /** All that decided what was drawn. */
  readonly key: string;
  /** The page that can show it, by its hash. */
  readonly page: string;
  /** Those that were wanted, the one that it speaks, and which way that is read. */
  readonly languages: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly answers: FirstAnswers;
  /** The first that is not over. */
  readonly drawn: readonly { readonly until: number; readonly root: string }[];
}

const fileIn = (folder: string) => path.join(folder, 'first-screen.json');

const shape = z.object({
  key: z.string(),
  page: z.string(),
  languages: z.string(),
  language: z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/)),
  direction: z.enum(['ltr', 'rtl']),
  // Ours alone: the page says that this very build wrote it.
  answers: z.custom<FirstAnswers>((value) => typeof value === 'object' && value !== null),
  drawn: z.array(z.object({ until: z.number(), root: z.string() })),
});

const stands = ({ state }: Connection) => state === 'local' || state === 'signed-out';
const connectionAtStart = (connection: Connection): Connection =>
  stands(connection) ? connection : { state: 'connecting' };

/** As a start finds it, before anything has been heard of Gmail, or of the accounts that are opened later. */
function atStart(session: SessionState): SessionState {
  const { connection, sync, accounts } = session;
  const resting = { running: false, diskFull: false, messagesPerMinute: null, leftMs: null };
  return {
    ...session,
    connection: connectionAtStart(connection),
    accounts: accounts.map((one) => ({
      ...one,
      connection: connectionAtStart(one.connection),
      sync: { ...one.sync, ...resting },
      unread: null,
      needsAttention: one.needsAttention && stands(one.connection),
    })),
    sync: { ...sync, ...resting },
    signIn: { state: 'none' },
    tokenKept: 'none',
    notices: [],
  };
}

const dayMs = 86_400_000;
/** A date of this year is written alike on every later day of it: one screen for all of them, if they prove to be alike. */
const laterDays = 30;

const midnight = (now: number, days: number) => new Date(now).setHours(24 * days, 0, 0, 0);

/** Undefined where there is none, or none that can be used. At once: a program that starts has nothing else to do. */
export function readKept(folder: string): KeptScreen | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** @throws where it can't be removed: who asked must hear of it */
export async function forgetKept(folder: string): Promise<void> {
  for (const file of [fileIn(folder), draftOf(fileIn(folder))]) await rm(file, { force: true });
}

/** Where the disk is full or read-only there is none for the next start. */
export async function writeKept(
  folder: string,
  of: Pick<KeptScreen, 'key' | 'page' | 'languages'>,
  answers: FirstAnswers,
  { drawRoot, language, direction }: Drawing,
): Promise<void> {
  const shown = { ...answers, session: atStart(answers.session) };
  const at = (now: number) => drawRoot({ ...shown, now });
  const tomorrow = midnight(answers.now, 1);
  const later = at(tomorrow + dayMs / 2);
  const days = at(midnight(answers.now, laterDays) + dayMs / 2) === later ? laterDays : 1;
  const drawn = [
    { until: tomorrow, root: at(answers.now) },
    { until: midnight(answers.now, 1 + days), root: later },
  ];
  const kept: KeptScreen = { ...of, language, direction, answers: shown, drawn };
  try {
    await replaceFile(fileIn(folder), JSON.stringify(kept));
  } catch {
    // The page draws itself.
  }
}
