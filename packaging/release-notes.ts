// `node packaging/release-notes.ts v1.2.3`: prints what CHANGELOG.md says of a version. Fails where the tag is not the version
// of package.json, or there is nothing to say.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The section of a version, without its heading. @throws where there is none, or nothing in it */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`${version} `) || text.startsWith(`${version}\n`));
  const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  const [tag] = process.argv.slice(2);
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, the version ${version}`);
  process.stdout.write(`${notesOf(read('CHANGELOG.md'), version)}\n`);
}
