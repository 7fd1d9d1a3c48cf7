// `npm run audit`, after a build: known vulnerabilities of high or critical severity in what is shipped, which must be none.
// npm is asked about everything that is installed; tools that only build are not what a person runs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, shippedPackages } from './notices/shipped-packages.ts';

interface Advisory {
  readonly title: string;
  readonly severity: string;
}

/** What `npm audit --json` answers, of it what is read here. */
export interface Report {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      { readonly name: string; readonly via: readonly (Advisory | string)[]; readonly nodes: readonly string[] }
    >
  >;
}

const serious = new Set(['high', 'critical']);

/**
 * @param shipped `name@version`
 * @param installed folder → version, as in package-lock.json
 * @throws where npm got no answer
 */
export function seriousIn(
  { auditReportVersion, vulnerabilities }: Report,
  shipped: ReadonlySet<string>,
  installed: Readonly<Record<string, { readonly version?: string }>>,
): readonly string[] {
  if (auditReportVersion === undefined || !vulnerabilities) throw new Error('npm audit got no answer');
  return Object.values(vulnerabilities).flatMap(({ name, via, nodes }) => {
    const ids = new Set(nodes.map((folder) => `${name}@${installed[folder]?.version}`));
    const affected = [...ids].filter((id) => shipped.has(id));
    // What is only text names another package that has the fault, which has an entry of its own.
    const faults = via.filter((one): one is Advisory => typeof one !== 'string' && serious.has(one.severity));
    return affected.flatMap((id) => faults.map(({ severity, title }) => `${id}: ${title} (${severity})`));
  });
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const shipped = new Set(shippedPackages().map(({ name, version }) => `${name}@${version}`));
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });
  const found = seriousIn(JSON.parse(stdout), shipped, lock.packages);
  for (const one of found) process.stdout.write(`${one}\n`);
  process.stdout.write(
    `${shipped.size} packages are shipped; ${found.length} serious vulnerabilities are known in them.\n`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}
