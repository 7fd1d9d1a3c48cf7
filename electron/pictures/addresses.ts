// Which addresses of the Internet belong to everybody: pictures come from nowhere else. After IANA's registries of special
// addresses (RFC 6890): a mail must not make this computer ask the printer, the router, or itself.
import { BlockList, isIP } from 'node:net';

const special4: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // shared by the customers of a provider
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, with the metadata of cloud machines
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/** Of what IANA has given out at all, 2000::/3, the parts that are not for everybody or have an IPv4 address in them. */
const special6: readonly (readonly [net: string, prefix: number])[] = [
  ['2001::', 23], // Teredo, benchmarks, overlay identifiers
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, prefix] of special4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of special6) refused.addSubnet(net, prefix, 'ipv6');
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** False also for what is no address, and for one that is bound to an interface (`fe80::1%eth0`). */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const version = isIP(address);
  if (version === 4) return !refused.check(address, 'ipv4');
  return version === 6 && given.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

/** Names that never lead to a public host; asking for some of them would already tell the neighbours. */
export function isLocalName(host: string): boolean {
  return (
    !host.includes('.') ||
    /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/i.test(host)
  );
}
