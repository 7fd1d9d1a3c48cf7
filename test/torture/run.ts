// npm run torture -- [--runs=1] [--seed=1] [--minutes=60] [--only=<part of a fault's name>] [--without=kill]: does to Porthole what
// disks, networks, clocks, key stores and Gmail do, some 2,000 times, and holds each time against the truth what is left.
// `--runs` multiplies how often. Prints a table, and writes it and what went wrong to test/results/torture.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setup as buildWorkers } from '../support/build-workers.ts';
import type { Outcome } from './campaign.ts';
import type { Order } from './lane.ts';
import { runLanes } from './lanes.ts';
import { rows } from './rows.ts';
import { specials } from './special.ts';
import { createTable } from './table.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    only: { type: 'string' },
    without: { type: 'string' },
  },
});
const times = Number(values.runs);
const seed = Number(values.seed);
const results = path.resolve(import.meta.dirname, '..', 'results', 'torture');
const isWanted = ({ group, fault }: { readonly group: string; readonly fault: string }) => {
  const name = `${group}: ${fault}`;
  return (!values.only || name.includes(values.only)) && !(values.without && name.includes(values.without));
};
const scaled = (runs: number) => Math.max(1, Math.round(runs * times));

await buildWorkers();
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-torture-'));
const began = performance.now();
const endAt = began + Number(values.minutes) * 60_000;
const leftMs = () => endAt - performance.now();

const wantedSpecials = specials.filter(isWanted);
const wantedRows = rows.filter(isWanted);
const nameOf = ({ group, fault }: { readonly group: string; readonly fault: string }) => `${group}: ${fault}`;
const names = new Map([...specials, ...rows].map((one) => [one.fault, nameOf(one)]));
const table = createTable([...wantedSpecials, ...wantedRows].map(nameOf));
const wrong: Outcome[] = [];
const figures: string[] = [];
const onOutcome = (outcome: Outcome) => {
  table.add({ ...outcome, fault: names.get(outcome.fault) ?? outcome.fault });
  if (outcome.wrong.length === 0) return;
  wrong.push(outcome);
  console.error(`${outcome.fault}, run ${outcome.number} of seed ${seed}:\n  ${outcome.wrong.join('\n  ')}`);
};

for (const special of wantedSpecials)
  if (leftMs() > 0)
    await special.run({
      seed,
      runs: scaled(special.runs),
      folder,
      isLate: () => leftMs() <= 0,
      onOutcome,
      onFigure: (line) => void figures.push(line),
    });

// One of each first, so that none is left out where time is short.
const orders: Order[] = [];
const most = Math.max(0, ...wantedRows.map(({ runs }) => scaled(runs)));
for (let number = 0; number < most; number++)
  for (const row of wantedRows)
    if (number < scaled(row.runs)) orders.push({ row: rows.indexOf(row), seed, number, folder });
await runLanes({ orders, untilMs: Math.max(0, leftMs()), onOutcome });

const minutes = ((performance.now() - began) / 60_000).toFixed(1);
const lines = [
  ...table.lines(),
  '',
  ...figures,
  `${table.runs()} runs, ${table.failures()} failures, ${minutes} min, seed ${seed}`,
];
console.log(lines.join('\n'));
writeFileSync(path.join(results, 'table.md'), `${lines.join('\n')}\n`);
writeFileSync(path.join(results, 'sentences.txt'), `${table.sentences().join('\n')}\n`);
writeFileSync(path.join(results, 'wrong.json'), JSON.stringify(wrong, null, 2));
for (const fault of table.missing()) console.error(`not tried for lack of time: ${fault}`);
if (wrong.length > 0) console.error(`What went wrong is in ${results}, its profiles in ${folder}`);
else rmSync(folder, { recursive: true, force: true });
process.exitCode = wrong.length > 0 || table.missing().length > 0 ? 1 : 0;
