// Which packages of others are in what is shipped, by what the bundler put into the bundles, with their licences. All of
// them are devDependencies: what npm lists says nothing of what a package of ours holds.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json has it, mostly an SPDX expression. */
  readonly licence: string;
  /** The licence's own text; more than one where parts of it have licences of their own. */
  readonly texts: readonly string[];
  /** SHA-512 in hex of what was installed. */
  readonly sha512: string;
}

/** What Vite writes beside each bundle (`build.license`). */
interface Listed {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  readonly text?: string;
}

interface Installed {
  readonly version: string;
  readonly integrity?: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const read = (file: string): string => readFileSync(path.join(root, 'node_modules', file), 'utf8').trim();

/** Fonts and tables of characters that pdf.js brings are others' work. */
const partsOfOthers: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': ['cmaps/LICENSE', 'standard_fonts/LICENSE_FOXIT', 'standard_fonts/LICENSE_LIBERATION'],
};

/** Some have their licence in their README alone. */
function textInReadme(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => /^readme\.md$/i.test(file));
  const text = name && readFileSync(path.join(folder, name), 'utf8');
  return text ? /^(?:#+ )?licen[cs]e\n(?:-+\n)?(.*)/ims.exec(text)?.[1]?.trim() : undefined;
}

/** One names its author and the MIT licence in its package.json and comes without the text, which is the same everywhere. */
function textOfAnother(name: string): string | undefined {
  if (name !== 'lazy-val') return undefined;
  const same = read('electron-updater/LICENSE');
  return `Copyright (c) Vladimir Krivosheev\n\n${same.slice(same.indexOf('Permission is hereby granted'))}`;
}

/** Name and version → where npm put it, and what it checked it against. */
function installedPackages(): ReadonlyMap<string, { readonly folder: string; readonly sha512: string }> {
  const lock = readJson(path.join(root, 'package-lock.json')) as { readonly packages: Record<string, Installed> };
  return new Map(
    Object.entries(lock.packages).map(([folder, { version, integrity = '' }]) => {
      const name = folder.split('node_modules/').at(-1) ?? '';
      const sha512 = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
      return [`${name}@${version}`, { folder: path.join(root, folder), sha512 }] as const;
    }),
  );
}

/**
 * By name, then version. Electron itself is among them: it is shipped around the bundles.
 * @throws where there is no build, and where a licence has no text
 */
export function shippedPackages(): readonly ShippedPackage[] {
  const lists = globSync('dist/*/.vite/license.json', { cwd: root });
  if (lists.length < 5) throw new Error('There is no whole build: npm run build');
  const electron = readJson(path.join(root, 'node_modules/electron/package.json')) as { readonly version: string };
  const listed: readonly Listed[] = [
    ...lists.flatMap((file) => readJson(path.join(root, file)) as Listed[]),
    { name: 'electron', version: electron.version, identifier: 'MIT', text: read('electron/LICENSE') },
  ];
  const installed = installedPackages();
  const found = new Map(listed.map((one) => [`${one.name}@${one.version}`, one]));
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { name, version, identifier, text }]) => {
      const at = installed.get(id);
      if (!at || !existsSync(at.folder)) throw new Error(`${id} is not in package-lock.json`);
      const own = text ?? textInReadme(at.folder) ?? textOfAnother(name);
      if (!own || !identifier) throw new Error(`${id} has no licence`);
      const others = (partsOfOthers[name] ?? []).map((file) => read(`${name}/${file}`));
      return { name, version, licence: identifier, texts: [own, ...others], sha512: at.sha512 };
    });
}
