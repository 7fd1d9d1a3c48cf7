// `npm run notices`, after a build: writes what the package carries beside the program, into dist/notices.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { root, shippedPackages } from './shipped-packages.ts';
import { thirdPartyText } from './third-party.ts';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };
const packages = shippedPackages();
const folder = path.join(root, 'dist', 'notices');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'THIRD-PARTY.txt'), thirdPartyText(packages));
writeFileSync(path.join(folder, 'sbom.cdx.json'), billOfMaterials(version, packages));
copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE.txt'));
