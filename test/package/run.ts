// `npm run package:check [-- --short]`: packs Porthole, reads back what came out, and runs it. On Electron's own distribution
// where it is there; else on a stand-in for it, which has the fuses' place in it but runs nothing. Ends with a table.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { fuseRow, none, type Row, rowsOf, sha256Of } from './checks.ts';
import { faultsOf, linuxPlans } from './linux-packages.ts';
import { isRealElectron, type Packed, pack, results } from './packing.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const isShort = process.argv.includes('--short');

/** What a package could lose on its way: the page, the account, the sealing, what lies compressed. */
const specs = isShort
  ? ['sample']
  : ['sample', 'sign-in', 'reopen', 'message', 'pdf', 'sealed', 'secrets', 'token', 'sanitise', 'settings'];

/** Those that need no Google of ours: a packaged program knows none. */
const specsWithoutGoogle = ['sample'];

interface Report {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky', number>>;
}

function specRow(what: string, names: readonly string[], environment: Readonly<Record<string, string>>): Row {
  const file = path.join(results, 'specs.json');
  rmSync(file, { force: true });
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const filter = names.map((name) => `e2e/${name}.spec`);
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '--config=test/playwright.config.ts', '--reporter=list,json', ...filter],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  const { expected, flaky, unexpected } = (JSON.parse(readFileSync(file, 'utf8')) as Report).stats;
  const passed = expected + flaky;
  return {
    what: `${what}: ${names.join(', ')}`,
    figure: `${passed} passed, ${unexpected} failed`,
    wanted: '0 failed',
    met: status === 0 && unexpected === 0 && passed > 0,
  };
}

/** Far from this project, so that nothing of it can be found by accident. */
function runExtracted({ asar }: Packed): Row {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-package-'));
  try {
    extractAll(asar, folder);
    return specRow('specs on what was extracted', specs, { PORTHOLE_FOLDER: folder, STAND_IN_NODE: process.execPath });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(rows: readonly Row[]): void {
  const lines = [
    ['what', 'figure', 'wanted', 'met'],
    ...rows.map(({ what, figure, wanted, met }) => [what, figure, wanted, met ? 'yes' : 'NO']),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  console.log(`\n${[text[0], rule, ...text.slice(1)].join('\n')}\n`);
}

mkdirSync(results, { recursive: true });
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };
const released = pack('electron-builder.yml', 'released');
const forTests = pack('packaging/end-to-end.yml', 'end-to-end');
const rows: Row[] = [
  ...(await rowsOf(released, version)),
  await fuseRow(forTests, 'end-to-end'),
  {
    what: 'both flavours hold the same, byte by byte',
    figure: sha256Of(forTests.asar).slice(0, 12),
    wanted: sha256Of(released.asar).slice(0, 12),
    met: sha256Of(forTests.asar) === sha256Of(released.asar),
  },
];
if (process.platform === 'linux') {
  const plans = await linuxPlans();
  rows.push(none(`what is wrong in the plans of ${plans.length} packages (deb, rpm)`, plans.flatMap(faultsOf)));
}
rows.push(runExtracted(released));
if (isRealElectron) {
  rows.push(specRow('specs on the package itself', specsWithoutGoogle, { PORTHOLE_PROGRAM: forTests.program }));
}
print(rows);
if (!isRealElectron) {
  console.log(
    'Packed around a stand-in for Electron: its fuses were flipped and read back, and have never stopped anything.',
  );
}
const failed = rows.filter(({ met }) => !met).length;
writeFileSync(path.join(results, 'rows.json'), JSON.stringify({ passed: rows.length - failed, failed }));
// Outright: what electron-builder leaves behind would end it as if all were well.
process.exit(failed > 0 ? 1 : 0);
