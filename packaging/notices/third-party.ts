// The licences of everything that is shipped, as one text for people.
import type { ShippedPackage } from './shipped-packages.ts';

const rule = `\n\n${'-'.repeat(80)}\n\n`;

export function thirdPartyText(packages: readonly ShippedPackage[]): string {
  const opening = [
    'Porthole is made with the work of others. These are the packages that are in it, and their licences.',
    'Electron brings Chromium and Node.js: what they are made of is in LICENSES.chromium.html.',
  ].join('\n');
  const list = packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n');
  const texts = packages.map(({ name, version, texts }) => [`${name} ${version}`, ...texts].join('\n\n'));
  return `${[`${opening}\n\n${list}`, ...texts].join(rule)}\n`;
}
