import { describe, expect, test } from 'vitest';
import { isLocalName, isPublicAddress } from '../../../electron/pictures/addresses.ts';

describe('addresses that belong to everybody', () => {
  test.each(['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.0', '100.63.0.1', '2606:4700::1', '2a00:1450::1'])(
    '%s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('addresses that do not', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['this network', ['0.0.0.0', '0.1.2.3']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
    ['a provider', ['100.64.0.1', '100.127.255.255']],
    ['this computer', ['127.0.0.1', '127.255.0.1', '::1', '::']],
    ['the next cable', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    [
      'documents and benchmarks',
      ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.9.9', '2001:db8::1', '3fff::1'],
    ],
    ['protocols', ['192.0.0.8', '192.88.99.1', '2001::1', '2001:10::1', '2002:7f00:1::']],
    ['many at once', ['224.0.0.1', '239.1.1.1', 'ff02::1']],
    ['nobody', ['240.0.0.1', '255.255.255.255']],
    ['a site', ['fc00::1', 'fd12:3456::1', 'fec0::1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1']],
    ['nothing', ['', 'localhost', '1.2.3', '1.2.3.4.5', '0x7f.1', '2130706433', '[::1]', 'g::1']],
  ];
  test.each(table.flatMap(([what, addresses]) => addresses.map((address) => [address, what] as const)))(
    '%s: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});

test.each([
  'localhost',
  'printer',
  'nas.local',
  'x.localhost',
  'router.lan',
  'db.internal',
  'host.home.arpa',
  'a.onion',
])('%s is a name of the neighbourhood', (name) => {
  expect(isLocalName(name)).toBe(true);
  expect(isLocalName(`${name}.example`)).toBe(false);
});
