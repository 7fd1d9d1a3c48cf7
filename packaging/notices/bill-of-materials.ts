// The same packages for machines: a CycloneDX bill of materials. Without a date or a random number, so that the same sources
// give the same file.
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import type { ShippedPackage } from './shipped-packages.ts';

/** `@scope/name` → `%40scope/name`, as package URLs want it. */
const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function licenceOf(licence: string): Models.License {
  const id = SPDX.fixupSpdxId(licence);
  if (id) return new Models.SpdxLicense(id);
  if (/ (?:OR|AND|WITH) /.test(licence)) return new Models.LicenseExpression(licence);
  return new Models.NamedLicense(licence);
}

function componentOf({ name, version, licence, sha512 }: ShippedPackage): Models.Component {
  const { Framework, Library } = Enums.ComponentType;
  const purl = purlOf(name, version);
  return new Models.Component(name === 'electron' ? Framework : Library, name, {
    version,
    purl,
    bomRef: purl,
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], sha512]]),
    licenses: new Models.LicenseRepository([licenceOf(licence)]),
  });
}

/** JSON, CycloneDX 1.6. */
export function billOfMaterials(version: string, packages: readonly ShippedPackage[]): string {
  const porthole = new Models.Component(Enums.ComponentType.Application, 'Porthole', {
    version,
    bomRef: 'porthole',
    licenses: new Models.LicenseRepository([new Models.SpdxLicense('MIT')]),
  });
  const components = packages.map(componentOf);
  for (const { bomRef } of components) porthole.dependencies.add(bomRef);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: porthole }),
    components: new Models.ComponentRepository(components),
  });
  const normalize = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalize).serialize(bom, { sortLists: true, space: 2 })}\n`;
}
