// A log that can hold no mail and no secret: an entry is a word of ours with numbers and ids; of an error only its kind
// and the places in our code are kept, because messages of errors quote what they were about.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Log {
  /** `id` is one of Gmail's, which say nothing to anybody else. */
  readonly note: (event: string, facts?: Readonly<Record<string, number | boolean>>, id?: string) => void;
  /** Answers the reference under which the entry is found. */
  readonly bug: (error: unknown) => string;
}

const gmailId = /^[\w-]{1,64}$/;
const maxBytes = 1_000_000;

/** `at place (file:line:column)`, as V8 writes it. */
const frame = /^\s+at .*:\d+:\d+\)?$/;

/** The frames of a stack without what is above them, which is the message, however many lines of it. */
function places(error: unknown): string[] {
  if (!(error instanceof Error)) return [`(${typeof error})`];
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => frame.test(line));
  const own = [error.constructor.name, ...frames.map((line) => line.trim())];
  return error.cause === undefined ? own : [...own, 'caused by', ...places(error.cause)];
}

export function createLog(folder: string, now: () => number): Log {
  const file = path.join(folder, 'porthole.log');
  const write = (line: string) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date(now()).toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A log that can't be written must not be what stops the program: the disk may be full.
    }
  };
  return {
    note: (event, facts = {}, id = '') => {
      const said = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
      // Ids come from outside, and could be anything.
      write([event, ...said, ...(gmailId.test(id) ? [`id=${id}`] : [])].join(' '));
    },
    bug: (error) => {
      const reference = randomBytes(4).toString('hex');
      write(`bug ${reference}\n    ${places(error).join('\n    ')}`);
      return reference;
    },
  };
}
