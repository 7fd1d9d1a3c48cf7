import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { billOfMaterials } from '../../../packaging/notices/bill-of-materials.ts';
import type { ShippedPackage } from '../../../packaging/notices/shipped-packages.ts';
import { thirdPartyText } from '../../../packaging/notices/third-party.ts';

const sha512 = 'ab'.repeat(64);
const packages: readonly ShippedPackage[] = [
  { name: '@scope/one', version: '1.2.3', licence: 'MIT', texts: ['Copyright One'], sha512 },
  {
    name: 'two',
    version: '0.1.0',
    licence: '(MPL-2.0 OR Apache-2.0)',
    texts: ['Copyright Two', 'A font of Three'],
    sha512,
  },
  { name: 'four', version: '4.0.0', licence: 'BSD', texts: ['Copyright Four'], sha512 },
];

test('the licence of everything that is shipped can be read', () => {
  const text = thirdPartyText(packages);
  for (const { name, version, texts } of packages) {
    expect(text).toContain(`${name} ${version}`);
    for (const one of texts) expect(text).toContain(one);
  }
});

test('the bill of materials is CycloneDX, and the same every time', async () => {
  const bill = billOfMaterials('1.0.0', packages);
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(bill)).toBeNull();
  expect(await validator.validate(bill.replace('"SHA-512"', '"SHA-511"'))).not.toBeNull();
  expect(billOfMaterials('1.0.0', [...packages].reverse())).toBe(bill);
  const { components } = JSON.parse(bill) as { readonly components: readonly { readonly purl: string }[] };
  expect(components.map(({ purl }) => purl)).toContain('pkg:npm/%40scope/one@1.2.3');
});
