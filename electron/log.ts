// A log that can hold no mail and no secret: an entry is a word of ours with numbers, kinds and ids; of an error only what sort
// it is and the places in our code are kept, because messages of errors quote what they were about. It stays on this computer.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RenderProcessGoneDetails } from 'electron';
import { type Failure, FailureError } from './contract/failure.ts';
import type { RequestName } from './contract/requests.ts';

/** All that is ever noted, and what is said with it. Every word is in this list or in one that the compiler knows. */
export interface Noted {
  readonly started: Record<never, never>;
  readonly 'message malformed': { readonly count: number };
  readonly 'message unreadable': Record<never, never>;
  readonly 'entries left out': { readonly count: number };
  readonly 'no word index': Record<never, never>;
  readonly 'page gone': { readonly reason: RenderProcessGoneDetails['reason'] };
  readonly refused: { readonly request: RequestName; readonly kind: Failure['kind'] };
}

export interface Log {
  /** `id` is one of Gmail's, which say nothing to anybody else. */
  readonly note: <Event extends keyof Noted>(event: Event, facts: Noted[Event], id?: string) => void;
  /** Answers the reference under which the entry is found. */
  readonly bug: (error: unknown) => string;
}

export interface LogFile extends Log {
  /** All that is kept, oldest first; of what is no entry of ours, nothing. */
  readonly read: () => string;
  /** Removes what is kept, and writes no more. */
  readonly end: () => void;
}

const gmailId = /^[\w-]{1,64}$/;
/** Of the file that is written; one older of that size is kept. */
const maxBytes = 1_000_000;

/** What stands behind a word: a number, or a word without any room for a sentence. */
const fact = /^(?:-?\d{1,20}|true|false|[a-z][A-Za-z.-]{0,40})$/;
const sort = /^(?:[A-Z][A-Za-z]{0,40}Error|Error|DOMException)$/;
/** `at name (place:line:column)`, as V8 writes it; the place is a path, or a URL. */
const frame = /^\s+at (?:.* \()?([^()]+):(\d+):(\d+)\)?$/;
/** Inside the program, from its own folder on. */
const inside = /^[\w.-]+(?:\/[\w.-]+)*\.[cm]?[jt]sx?$/;
/** An error that is its own cause has no end. */
const mostCauses = 5;

const entries = [
  /^\d{4}-\d\d-\d\dT[\d:.]+Z (?:started|message malformed|message unreadable|entries left out|no word index|page gone|refused)(?: count=\d+)?(?: request=[A-Za-z]+\.[A-Za-z]+)?(?: kind=[a-z-]+)?(?: reason=[a-z-]+)?(?: id=[\w-]{1,64})?$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+Z bug [0-9a-f]{8}$/,
  /^ {4}(?:(?:[A-Z][A-Za-z]*Error|Error|DOMException)(?: (?:[A-Z\d]{3,}|[a-z-]+))?|at (?:elsewhere|node:[a-z\d_/]+|[\w./-]+\.[cm]?[jt]sx?:\d+:\d+)|caused by|\([a-z]+\))$/,
];

/** Words of the system's own list, and of ours: what a server or a mail says is in neither. */
function kindOf(error: Error): string {
  const name = sort.test(error.constructor.name) ? error.constructor.name : 'Error';
  const code: unknown = Reflect.get(error, 'code');
  if (error instanceof FailureError) return `${name} ${error.failure.kind}`;
  return typeof code === 'string' && Object.hasOwn(os.constants.errno, code) ? `${name} ${code}` : name;
}

/** The rest of a path or a file's URL from that folder on, with slashes. */
export function below(folder: string, where: string, { sep, relative } = path, windows = process.platform === 'win32') {
  let file = where;
  try {
    if (where.startsWith('file:')) file = fileURLToPath(where, { windows });
  } catch {
    return undefined;
  }
  return file.startsWith(folder + sep) ? relative(folder, file).split(sep).join('/') : undefined;
}

export function createLog(folder: string, now: () => number, program = path.join(import.meta.dirname, '..')): LogFile {
  const file = path.join(folder, 'porthole.log');
  let ended = false;

  /** No names of functions, and no folders above the program's: those have the person's name in them. */
  const placeOf = (line: string): string | undefined => {
    const [, where = '', row, column] = frame.exec(line) ?? [];
    if (row === undefined) return undefined;
    // What a message says may look like a place, but not like one below a folder that it can't know, and not like one of Node's
    // own modules that anybody can import, where the line says nothing more.
    if (isBuiltin(where) && where.startsWith('node:')) return `at ${where}`;
    const own = below(program, where);
    return own !== undefined && inside.test(own) ? `at ${own}:${row}:${column}` : 'at elsewhere';
  };

  /** The frames of a stack without what is above them, which is the message, however many lines of it. */
  const places = (error: unknown, more: number): string[] => {
    if (!(error instanceof Error)) return [`(${typeof error})`];
    const lines = (error.stack ?? '').replace(error.message, '').split('\n');
    const own = [kindOf(error), ...lines.map(placeOf).filter((place) => place !== undefined)];
    return error.cause === undefined || more === 0 ? own : [...own, 'caused by', ...placesOf(error.cause, more - 1)];
  };

  /** Whatever it is: what other code throws may have been made to throw where it is looked at. */
  const placesOf = (error: unknown, more = mostCauses): string[] => {
    try {
      return places(error, more);
    } catch {
      return ['(unreadable)'];
    }
  };

  const write = (line: string) => {
    if (ended) return;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date(now()).toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A log that can't be written must not be what stops the program: the disk may be full.
    }
  };

  const linesOf = (one: string): string[] => {
    try {
      return readFileSync(one, 'utf8').split('\n');
    } catch {
      return [];
    }
  };

  return {
    note: (event, facts, id = '') => {
      const said = Object.entries(facts)
        .map(([name, value]) => [name, String(value)] as const)
        .filter(([, value]) => fact.test(value))
        .map(([name, value]) => `${name}=${value}`);
      // Ids come from outside, and could be anything.
      write([event, ...said, ...(gmailId.test(id) ? [`id=${id}`] : [])].join(' '));
    },
    bug: (error) => {
      const reference = randomBytes(4).toString('hex');
      write(`bug ${reference}\n    ${placesOf(error).join('\n    ')}`);
      return reference;
    },
    read: () =>
      [...linesOf(`${file}.1`), ...linesOf(file)]
        .filter((line) => entries.some((entry) => entry.test(line)))
        .map((line) => `${line}\n`)
        .join(''),
    end: () => {
      ended = true;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
