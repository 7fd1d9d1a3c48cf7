// Kills the synchronisation 200 times, and looks each time whether the truth is on disk after one catch-up:
// `npm run campaign:kill`. Another number of kills may be given, and a seed. Prints what each kill hit.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setup as buildWorkers } from '../support/build-workers.ts';
import { runKills } from './kill/kills.ts';

const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
const sizes = [60, 150, 300, 300, 600, 600, 1_200, 2_000];
/** Of each, so that none is hit by mere chance. */
const fewest = kills / 100;

await buildWorkers();
const folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-kills-'));
const startedAt = Date.now();
const { byPhase, amidHistory, wrong, ...report } = await runKills({
  kills,
  seed,
  folder,
  sizes,
  onKill: ({ phase, amidHistory: amid, differences }, number) =>
    console.log([String(number).padStart(4), phase, ...(amid ? ['amid history'] : []), ...differences].join(', ')),
});
console.log(`\n${report.kills} kills in ${((Date.now() - startedAt) / 60_000).toFixed(1)} min`);
for (const [phase, count] of Object.entries(byPhase)) console.log(`${phase.padEnd(16)}${String(count).padStart(4)}`);
console.log(`${'amid history'.padEnd(16)}${String(amidHistory).padStart(4)}`);

const missed = Object.entries({ ...byPhase, 'amid history': amidHistory }).filter(([, count]) => count < fewest);
for (const [phase] of missed) console.error(`too few kills hit this: ${phase}`);
if (wrong.length > 0)
  console.error(`${wrong.length} kills were followed by something else than the truth: see ${folder}`);
else rmSync(folder, { recursive: true });
process.exitCode = missed.length > 0 || wrong.length > 0 ? 1 : 0;
