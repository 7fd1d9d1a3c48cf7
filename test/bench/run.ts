// How long things take that a person waits for, as ratios to an empty window of the same runtime in the same run: the
// machine is noisy, the ratio is less so. Prints a table and writes test/results/bench.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type Page } from 'playwright';
import { runtimeName } from '../runtime/executable.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const results = path.join(root, 'test', 'results');
const profiles = path.join(results, 'bench');
const rounds = Number(process.argv[2] ?? 7);

async function open(folder: string, profile: string) {
  const started = performance.now();
  const args = [folder, `--user-data-dir=${path.join(profiles, profile)}`];
  const app = await _electron.launch({ args, cwd: root, colorScheme: null });
  const page = await app.firstWindow();
  return { app, page, started };
}

const firstRow = (page: Page) => page.getByRole('listbox', { name: 'Messages' }).getByRole('option').first();
const since = (started: number) => performance.now() - started;

async function emptyWindow(): Promise<number> {
  const { app, page, started } = await open(path.join(import.meta.dirname, 'empty-app'), 'empty');
  await page.getByText('empty').waitFor();
  const ms = since(started);
  await app.close();
  return ms;
}

/** The first screen, the sample mailbox on a click, and how soon a letter typed has its answer. */
async function firstStart(round: number) {
  const { app, page, started } = await open(root, `first-${round}`);
  const button = page.getByRole('button', { name: 'Open the sample mailbox' });
  await button.waitFor();
  const screen = since(started);
  const clicked = performance.now();
  await button.click();
  await firstRow(page).waitFor();
  const sample = since(clicked);
  await app.close();
  return { screen, sample };
}

async function reopened(round: number): Promise<number> {
  const { app, page, started } = await open(root, `first-${round}`);
  await firstRow(page).waitFor();
  const ms = since(started);
  await app.close();
  return ms;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

rmSync(profiles, { recursive: true, force: true });
mkdirSync(profiles, { recursive: true });
const figures = { empty: [] as number[], screen: [] as number[], sample: [] as number[], reopened: [] as number[] };
for (let round = 0; round < rounds; round++) {
  figures.empty.push(await emptyWindow());
  const { screen, sample } = await firstStart(round);
  figures.screen.push(screen);
  figures.sample.push(sample);
  figures.reopened.push(await reopened(round));
}

const baseline = median(figures.empty);
const names: Readonly<Record<keyof typeof figures, string>> = {
  empty: 'start to an empty window (baseline)',
  screen: 'start to the first screen',
  sample: 'click to the sample mailbox, made and shown',
  reopened: 'start to its first rows, from disk',
};
const rows = Object.entries(figures).map(([name, values]) => ({
  what: names[name as keyof typeof figures],
  medianMs: Math.round(median(values)),
  worstMs: Math.round(Math.max(...values)),
  ratio: Number((median(values) / baseline).toFixed(2)),
}));
console.log(`On ${runtimeName}, ${rounds} rounds:`);
console.table(rows);
writeFileSync(path.join(results, 'bench.json'), `${JSON.stringify({ runtime: runtimeName, rounds, rows }, null, 2)}\n`);
