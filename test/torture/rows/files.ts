// What disks, other programs and other versions do to the files of a profile between two runs.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Random } from '../../../electron/sample/random.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';

interface Damaged {
  readonly what: string;
  readonly file: (person: Person) => string;
  /** Makes it what another version would have written. */
  readonly newer?: (file: string) => void;
  readonly runs: number;
  /** Nothing depends on it: in the short form it is damaged in one way. */
  readonly isMinor?: true;
  readonly damagesMail?: true;
}

/** Answers the bytes that take its place; undefined: nothing does. */
type Damage = (bytes: Buffer, random: Random) => Buffer | undefined;

const damages: Readonly<Record<string, Damage>> = {
  cut: (bytes, random) => bytes.subarray(0, random.int(0, bytes.length - 1)),
  zeroed: (bytes, random) => {
    const from = random.chance(0.3) ? 0 : random.int(0, bytes.length - 1);
    const to = random.chance(0.3) ? bytes.length : random.int(from, bytes.length);
    return Buffer.from(bytes).fill(0, from, to);
  },
  'bit-flipped': (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let count = random.pick([1, 1, 8, 200]); count > 0; count--) {
      const at = random.int(0, flipped.length - 1);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.int(0, 7));
    }
    return flipped;
  },
  gone: () => undefined,
};

function changeJson(file: string, changes: Readonly<Record<string, unknown>>): void {
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...changes }));
}

const tomorrow = { version: 99, tomorrow: { a: [1, { b: null }] } };

const files: readonly Damaged[] = [
  {
    what: 'database',
    file: ({ account }) => path.join(account, 'mail.db'),
    newer: (file) => {
      const database = new DatabaseSync(file);
      database.exec('PRAGMA user_version = 99');
      database.close();
    },
    runs: 30,
    damagesMail: true,
  },
  {
    what: 'log of the database',
    file: ({ account }) => path.join(account, 'mail.db-wal'),
    runs: 20,
    damagesMail: true,
  },
  {
    what: 'settings and window',
    file: ({ profile }) => path.join(profile, 'settings.json'),
    newer: (file) =>
      changeJson(file, {
        ...tomorrow,
        theme: 'solarised',
        place: { x: 'left' },
        zoom: 40,
        telling: [],
        openAccountId: 7,
      }),
    runs: 10,
  },
  {
    what: 'token',
    file: ({ account }) => path.join(account, 'grant.bin'),
    newer: (file) => {
      const bytes = readFileSync(file);
      // The version follows the seven letters.
      bytes[7] = 2;
      writeFileSync(file, bytes);
    },
    runs: 10,
  },
  {
    what: 'account',
    file: ({ account }) => path.join(account, 'account.json'),
    newer: (file) => changeJson(file, { ...tomorrow, signedOut: 'moon-phase', kind: 'imap' }),
    runs: 10,
  },
  {
    what: 'place in the mail',
    file: ({ account }) => path.join(account, 'where.json'),
    newer: (file) => changeJson(file, { ...tomorrow, row: -1 }),
    runs: 6,
    isMinor: true,
  },
  {
    what: 'first screen',
    file: ({ account }) => path.join(account, 'first-screen.json'),
    newer: (file) => changeJson(file, { ...tomorrow, drawn: 'on stone' }),
    runs: 6,
    isMinor: true,
  },
  {
    what: 'ledger of the network',
    file: ({ profile }) => path.join(profile, 'network.json'),
    newer: (file) => changeJson(file, { ...tomorrow, '2026-01-01': 'much' }),
    runs: 6,
    isMinor: true,
  },
];

/** As a kill leaves it: with a log beside it. */
async function leaveLog(person: Person): Promise<void> {
  const file = path.join(person.account, 'mail.db');
  const window = person.open();
  await window.ask('session.read', {});
  for (let count = person.random.int(5, 40); count > 0; count--) person.living.live();
  await window.program.sync();
  await person.use(window, 2);
  const parts = ['', '-wal'].filter((part) => existsSync(file + part));
  for (const part of parts) copyFileSync(file + part, `${file}.left${part}`);
  await person.close(window);
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
  for (const part of parts) copyFileSync(`${file}.left${part}`, file + part);
  for (const part of parts) rmSync(`${file}.left${part}`);
}

const afterwards = async (person: Person, damage: (file: string) => void, file: string): Promise<void> => {
  await person.settleIn();
  if (file.endsWith('-wal')) await leaveLog(person);
  if (!existsSync(file)) person.wrong.push(`there was no ${path.basename(file)} to be damaged`);
  else damage(file);
  // Somebody may be without a network just then.
  const isOffline = person.random.chance(0.3);
  if (isOffline) await person.google.disconnect();
  const window = person.open();
  await person.use(window, 2);
  await window.program.until(({ connection }) => connection.state !== 'connecting');
  await person.close(window);
};

const rowsOf = ({ what, file, newer, runs, isMinor, damagesMail }: Damaged): Row[] => [
  ...Object.entries(damages).map(([how, damage]) => ({
    group: 'files',
    fault: `${what}: ${how}`,
    runs,
    ...(damagesMail && { damagesMail }),
    ...(isMinor && how !== 'cut' && { isLong: true as const }),
    run: (person: Person) =>
      afterwards(
        person,
        (name) => {
          const left = damage(readFileSync(name), person.random);
          if (left) writeFileSync(name, left);
          else rmSync(name);
        },
        file(person),
      ),
  })),
  ...(newer
    ? [
        {
          group: 'files',
          fault: `${what}: of a newer version`,
          runs: Math.min(runs, 6),
          run: (person: Person) => afterwards(person, newer, file(person)),
        },
      ]
    : []),
];

export const fileRows: readonly Row[] = files.flatMap(rowsOf);
