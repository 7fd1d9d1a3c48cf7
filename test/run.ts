// Everything that must pass, in one run: `npm test`. Ends with one line that adds up every runner.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test', 'results');
mkdirSync(results, { recursive: true });
// The bench's mailboxes take long to make.
for (const name of readdirSync(results)) {
  if (name !== 'bench') rmSync(path.join(results, name), { recursive: true, force: true });
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  return status === 0;
}

/** A check counts as one. */
function check(command: string, ...args: string[]): Count {
  const passed = run(command, args);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A runner that died before it could report has failed, whatever it had passed. */
function reported(succeeded: boolean, count: () => Count): Count {
  try {
    const counted = count();
    if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1, skipped: 0 };
    return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function vitest(): Count {
  const file = path.join(results, 'vitest.json');
  const succeeded = run('vitest', [
    'run',
    '--config=test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return reported(succeeded, () => {
    const report = read(file) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  });
}

function playwright(name: string, config: string): Count {
  const file = path.join(results, `${name}.json`);
  const succeeded = run('playwright', ['test', `--config=${config}`, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return reported(succeeded, () => {
    const { stats } = read(file) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
    // Said, so that nobody takes it for nothing: a window that is pressed on a busy machine is at times too late.
    if (stats.flaky > 0) console.log(`${name}: ${stats.flaky} passed at the second try`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** A row of its table counts as one. */
function packaged(): Count {
  const succeeded = run('npm', ['run', '--silent', 'notices']) && run('node', ['test/package/run.ts', '--short']);
  return reported(succeeded, () => {
    const { passed, failed } = read(path.join(results, 'package', 'rows.json')) as Omit<Count, 'skipped'>;
    return { passed, failed, skipped: 0 };
  });
}

const counts: Count[] = [
  check('npm', 'run', '--silent', 'lint'),
  check('npm', 'run', '--silent', 'types'),
  check('npm', 'run', '--silent', 'dead'),
  vitest(),
  check('npm', 'run', '--silent', 'build'),
  packaged(),
  playwright('runtime', 'test/runtime/playwright.config.ts'),
  playwright('e2e', 'test/playwright.config.ts'),
];
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
