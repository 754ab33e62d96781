import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IANA special-purpose registries (RFC 6890): everything that is not the public internet. */
const specialIPv4: readonly (readonly [string, number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4]
];
/** Inside the global unicast block: Teredo and other protocol assignments, documentation, 6to4 (which carries an IPv4 address). */
const specialIPv6: readonly (readonly [string, number])[] = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
];

const special = new BlockList();
for (const [net, prefix] of specialIPv4) special.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of specialIPv6) special.addSubnet(net, prefix, 'ipv6');

/** Unique local, link-local, multicast, loopback, mapped and NAT64 addresses all lie outside of it (RFC 4291 §2.4). */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address literal is one of the public internet. Anything else (a name, a short form, a zone) is not. */
export const isPublicAddress = (address: string): boolean =>
	isIPv4(address)
		? !special.check(address, 'ipv4')
		: isIPv6(address) && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');

/** Whether two literals, however written, are the same address. */
export function isOneOf(address: string, others: readonly string[]): boolean {
	const list = new BlockList();
	for (const other of others)
		if (isIPv4(other) || isIPv6(other)) list.addAddress(other, isIPv4(other) ? 'ipv4' : 'ipv6');
	return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
