import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure's services for its machines, metadata among them, stand at an address of the public range. */
const AZURE_HOST = '168.63.129.16';

/** What addresses of IPv6 have in front that are given out to anyone (IANA's registry of global unicast addresses). */
const IPV6_GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** What IPv6-only networks put before the IPv4 addresses of the internet (RFC 6052, section 2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address, without brackets, is one of the public internet: not of this machine, a private network, a
 * provider's network or metadata service, and not reserved, multicast or malformed.
 *
 * IPv6 addresses that stand for an IPv4 address (mapped, NAT64) are public if that one is. Those of tunnels (6to4,
 * Teredo) never are: no site has one, and they reach the IPv4 address in them. NAT64 under a prefix of a network's
 * own cannot be told from other addresses; there, a firewall has to guard what is private.
 */
export function isPublicAddress(address: string): boolean {
	if (isIP(address) === 0) return false;
	const parsed = ipaddr.parse(address);
	if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed);
	if (parsed.isIPv4MappedAddress()) return isPublicIpv4(parsed.toIPv4Address());
	if (parsed.match(NAT64)) return isPublicIpv4(new ipaddr.IPv4(parsed.toByteArray().slice(-4)));
	return parsed.range() === 'unicast' && parsed.match(IPV6_GLOBAL_UNICAST);
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
	return address.range() === 'unicast' && address.toString() !== AZURE_HOST;
}
