// npm run bench [-- --messages=10k,100k,1m --only=start,search --rounds=7 --minutes=1 --fresh]: every promise about speed, size
// and memory as a figure with its budget. Prints one table for each group and writes test/results/bench.json.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setup as buildWorkers } from '../support/build-workers.ts';
import { closeLeftOvers, runtimeName } from './app.ts';
import type { Bench } from './bench.ts';
import { judge, type Measured, type Row } from './figures.ts';
import { groups } from './groups.ts';
import { benchFolder, figuresFile, parseSize, sizeName } from './places.ts';
import { type Profile, prepareProfile } from './profiles.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10k,100k,1m' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    minutes: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
  },
});
const sizes = values.messages
  .split(',')
  .map(parseSize)
  .toSorted((a, b) => a - b);
const chosen = values.only?.split(',') ?? Object.keys(groups);
const unknown = chosen.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0)
  throw new Error(`No such group: ${unknown.join(', ')}. There are ${Object.keys(groups).join(', ')}.`);

const prepared = new Map<number, Promise<Profile>>();

async function prepare(count: number): Promise<Profile> {
  console.log(`Preparing ${sizeName(count)} messages …`);
  return prepareProfile(count);
}

function profileOf(count: number): Promise<Profile> {
  const known = prepared.get(count) ?? prepare(count);
  prepared.set(count, known);
  return known;
}

const bench: Bench = {
  rounds: Number(values.rounds),
  minutes: Number(values.minutes),
  profiles: async () => {
    const made: Profile[] = [];
    // One after the other: each takes both processors.
    for (const count of sizes) made.push(await profileOf(count));
    return made;
  },
  profile: () => profileOf(sizes.find((count) => count === 100_000) ?? sizes[0] ?? 0),
};

/** What a group can't measure is a row of its own that has failed. */
async function measure(name: keyof typeof groups): Promise<readonly Row[]> {
  let measured: readonly Measured[];
  try {
    measured = await groups[name](bench);
  } catch (error) {
    console.error(error);
    await closeLeftOvers();
    return [{ ...judge({ what: `${name} could not be measured`, figure: Number.NaN, unit: '' }), met: false }];
  }
  return measured.map(judge);
}

interface Group {
  readonly at: string;
  /** How busy the machine was beside it: the average of a minute, of so many processors. */
  readonly load: number;
  readonly rows: readonly Row[];
}

interface Report {
  readonly runtime: string;
  readonly node: string;
  readonly processors: string;
  readonly groups: Readonly<Record<string, Group>>;
}

function earlier(): Report['groups'] {
  return existsSync(figuresFile)
    ? ((JSON.parse(readFileSync(figuresFile, 'utf8')) as Partial<Report>).groups ?? {})
    : {};
}

if (values.fresh) rmSync(benchFolder, { recursive: true, force: true });
mkdirSync(benchFolder, { recursive: true });
const processors = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`;
console.log(`On ${runtimeName}, Node ${process.version}, ${processors}`);
const measured: Record<string, Group> = {};
await buildWorkers();
for (const name of chosen as (keyof typeof groups)[]) {
  const load = os.loadavg()[0] ?? 0;
  const rows = await measure(name);
  measured[name] = { at: new Date().toISOString(), load, rows };
  console.log(`\n${name} (load before: ${load.toFixed(1)})\n\n${tableOf(rows)}`);
  const report: Report = {
    runtime: runtimeName,
    node: process.version,
    processors,
    groups: { ...earlier(), ...measured },
  };
  mkdirSync(path.dirname(figuresFile), { recursive: true });
  writeFileSync(figuresFile, `${JSON.stringify(report, null, 2)}\n`);
}
const promised = Object.values(measured).flatMap(({ rows }) => rows.filter(({ budget }) => budget !== undefined));
if (chosen.length > 1) console.log(`\nWhat there is a budget for\n\n${tableOf(promised)}`);
const missed = Object.values(measured).flatMap(({ rows }) => rows.filter(({ met }) => met === false));
console.log(`\n${missed.length === 0 ? 'Every budget is met.' : `${missed.length} budgets are not met.`}`);
// What a failed measurement has left open would keep this process for ever.
process.exit(missed.length === 0 ? 0 : 1);
