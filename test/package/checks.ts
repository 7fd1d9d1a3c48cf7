// What must be true of a package, a row each.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { shippedPackages } from '../../packaging/notices/shipped-packages.ts';
import { archivedFiles, isIntact } from './archive.ts';
import { neverRead, strangers, telling } from './contents.ts';
import { type Flavour, wrongFuses } from './fuses.ts';
import type { Packed } from './packing.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const mostBytes = 4_000_000;

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly wanted: string;
  readonly met: boolean;
}

export const none = (what: string, found: readonly string[]): Row => ({
  what,
  figure: found.length === 0 ? '0' : `${found.length}: ${found.slice(0, 5).join(', ')}`,
  wanted: '0',
  met: found.length === 0,
});

/** Files of the build that are not in the archive as they were built, and the other way round. */
function differing(files: ReturnType<typeof archivedFiles>): readonly string[] {
  const packed = new Map(files.map(({ name, content }) => [name, content]));
  packed.delete('package.json');
  const built = globSync('dist/{main,pdf,preload,renderer,shell}/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const wrong = built.filter((file) => {
    const name = path.relative(root, file).replaceAll('\\', '/');
    const is = packed.get(name)?.equals(readFileSync(file)) ?? false;
    packed.delete(name);
    return !is;
  });
  return [...wrong, ...packed.keys()];
}

/** What the program's own manifest must not have with it, and what it must. */
function wrongManifest(content: string, version: string): readonly string[] {
  const manifest = JSON.parse(content) as Record<string, unknown>;
  const wanted = { name: 'porthole', productName: 'Porthole', type: 'module', main: 'dist/main/index.js', version };
  const unwanted = ['scripts', 'dependencies', 'devDependencies'];
  return [
    ...Object.entries(wanted).flatMap(([key, value]) => (manifest[key] === value ? [] : [key])),
    ...unwanted.filter((key) => key in manifest),
  ];
}

async function wrongNotices(resources: string): Promise<readonly string[]> {
  const [licence, text, bill] = ['LICENSE.txt', 'THIRD-PARTY.txt', 'sbom.cdx.json'].map((name) => {
    const file = path.join(resources, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }) as [string, string, string];
  const invalid = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill);
  const listed = new Set((JSON.parse(bill).components as { name: string; version: string }[]).map(idOf));
  const packages = shippedPackages();
  return [
    ...(licence.includes('MIT License') ? [] : ['LICENSE.txt']),
    ...(invalid === null ? [] : ['sbom.cdx.json is no CycloneDX']),
    ...packages.filter((one) => !listed.has(idOf(one))).map((one) => `${one.name} in the bill`),
    ...packages.filter(({ texts }) => !texts.every((one) => text.includes(one))).map(({ name }) => name),
    ...(packages.length === listed.size ? [] : ['the bill lists others']),
  ];
}

const idOf = ({ name, version }: { readonly name: string; readonly version: string }) => `${name}@${version}`;

/** Chromium's own texts, which are files on some systems and folders on another. */
const localesIn = (folder: string): string =>
  readdirSync(folder)
    .flatMap((name) => /^(.+)\.(?:pak|lproj)$/.exec(name)?.[1] ?? [])
    .sort()
    .join(' ');

export const sha256Of = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

export async function fuseRow(packed: Packed, flavour: Flavour): Promise<Row> {
  return none(`fuses that stand wrong (${flavour})`, await wrongFuses(packed.program, flavour));
}

export async function rowsOf(packed: Packed, version: string): Promise<readonly Row[]> {
  const files = archivedFiles(packed.asar);
  const { size } = statSync(packed.asar);
  const manifest = files.find(({ name }) => name === 'package.json')?.content.toString() ?? '{}';
  const locales = localesIn(packed.locales);
  const spoken = globSync('renderer/locales/*.json', { cwd: root })
    .map((file) => path.basename(file, '.json'))
    .sort()
    .join(' ');
  const beside = readdirSync(packed.resources).filter((name) => /^app(?!\.asar$)|default_app|unpacked/.test(name));
  return [
    { what: 'files in the asar', figure: String(files.length), wanted: '≥ 30', met: files.length >= 30 },
    { what: 'bytes of the asar', figure: size.toLocaleString('en'), wanted: '≤ 4,000,000', met: size <= mostBytes },
    none('files that are not of a kind that is shipped', strangers(files)),
    none('files that nothing that runs can read', neverRead(files)),
    none('files that are not as they were built', differing(files)),
    none(
      'files that are not what the header says (SHA-256)',
      files.filter((one) => !isIntact(one)).map((one) => one.name),
    ),
    none('files that say where they were built', telling(files, [root])),
    none('what its package.json has wrong', wrongManifest(manifest, version)),
    none('other programs beside the asar', beside),
    none('licences and bill of materials: what is missing', await wrongNotices(packed.resources)),
    { what: 'Chromium’s own texts', figure: locales, wanted: spoken, met: locales.replace('en-US', 'en') === spoken },
    await fuseRow(packed, 'released'),
  ];
}
