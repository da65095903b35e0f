import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../bot/download/addresses.js';
import { download } from '../../../bot/download/download.js';

const MEMBER = { allowPrivate: false, maxBytes: 1000, timeoutMs: 1000 };

/** Networks that are not public, as [first address, bits of its prefix]. */
const FORBIDDEN_IPV4: readonly (readonly [string, number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
	['168.63.129.16', 32],
];

/** An address of a forbidden network, as a number. */
const forbiddenIpv4 = fc
	.tuple(fc.constantFrom(...FORBIDDEN_IPV4), fc.integer({ min: 0, max: 0xffffffff }))
	.map(([[first, prefix], random]) => toNumber(first) + (prefix === 32 ? 0 : random % 2 ** (32 - prefix)));

/** Ways to write an IPv4 address as the host of a URL. */
const SPELLINGS: Readonly<Record<string, (address: number) => string>> = {
	dotted: toDotted,
	'with a trailing dot': (address) => `${toDotted(address)}.`,
	decimal: String,
	hexadecimal: (address) => `0x${address.toString(16)}`,
	octal: (address) => `0${address.toString(8)}`,
	'octal bytes': (address) =>
		bytesOf(address)
			.map((byte) => `0${byte.toString(8)}`)
			.join('.'),
	'two parts': (address) => `0x${(address >>> 24).toString(16)}.${address & 0xffffff}`,
	'three parts': (address) => `${address >>> 24}.${(address >>> 16) & 255}.${address & 0xffff}`,
	'full-width digits': (address) =>
		toDotted(address).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
	percent: (address) => toDotted(address).replace(/\d/g, (digit) => `%3${digit}`),
	mapped: (address) => `[::ffff:${toDotted(address)}]`,
	'mapped, in hexadecimal': (address) => `[0:0:0:0:0:FFFF:${toGroups(address)}]`,
	translated: (address) => `[::ffff:0:${toGroups(address)}]`,
	compatible: (address) => `[::${toGroups(address)}]`,
	NAT64: (address) => `[64:ff9b::${toDotted(address)}]`,
	'local NAT64': (address) => `[64:ff9b:1::${toGroups(address)}]`,
	'6to4': (address) => `[2002:${toGroups(address)}::1]`,
	Teredo: (address) => `[2001:0:4136:e378:8000:63bf:${toGroups((address ^ 0xffffffff) >>> 0)}]`,
};

describe('isPublicAddress', () => {
	it.each([
		['8.8.8.8', true],
		['100.63.255.255', true],
		['100.128.0.0', true],
		['172.15.255.255', true],
		['172.32.0.0', true],
		['223.255.255.255', true],
		['2001:4860:4860::8888', true],
		['2a00:1450:4001:80b::200e', true],
		['::ffff:8.8.8.8', true],
		['64:ff9b::8.8.8.8', true],
		['169.254.169.254', false],
		['100.100.100.200', false],
		['192.0.0.192', false],
		['168.63.129.16', false],
		['255.255.255.255', false],
		['::', false],
		['::1', false],
		['fd00:ec2::254', false],
		['fd20:ce::254', false],
		['fe80::1', false],
		['fe80::1%eth0', false],
		['fec0::1', false],
		['ff02::1', false],
		['100::1', false],
		['2001:db8::1', false],
		['3fff::1', false],
		['4000::1', false],
		['64:ff9b::10.0.0.1', false],
		['64:ff9b:1::8.8.8.8', false],
		['2002:808:808::1', false],
		['::808:808', false],
		['0x8.8.8.8', false],
		['8.8.8.8.', false],
		['[2001:4860:4860::8888]', false],
		['localhost', false],
		['', false],
	])('tells of %o whether it is public: %o', (address, isPublic) => {
		expect(isPublicAddress(address)).toBe(isPublic);
	});
});

describe('download, of addresses that are not public', () => {
	it.each(Object.entries(SPELLINGS))('refuses them when they are written %s', async (_, spell) => {
		const property = fc.asyncProperty(forbiddenIpv4, fc.constantFrom('http', 'https'), async (address, scheme) => {
			const refused = download(`${scheme}://${spell(address)}/latest/meta-data`, MEMBER);
			await expect(refused).rejects.toMatchObject({ kind: 'private-address' });
		});
		await fc.assert(property, { numRuns: 50 });
	});

	it('refuses names that lead to them, alone or among public ones', async () => {
		const publicOnes = fc.array(fc.constantFrom('8.8.8.8', '3000::1', '2001:4860:4860::8888'), { maxLength: 3 });
		const property = fc.asyncProperty(
			publicOnes,
			publicOnes,
			forbiddenIpv4,
			fc.boolean(),
			async (before, after, bad, mapped) => {
				const addresses = [...before, mapped ? `::ffff:${toDotted(bad)}` : toDotted(bad), ...after];
				const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
				await expect(download('http://articles.test/', { ...MEMBER, resolve })).rejects.toMatchObject({
					problem: { kind: 'private-address', host: 'articles.test', addresses },
				});
			},
		);
		await fc.assert(property, { numRuns: 50 });
	});

	it.each([
		'http://localhost/',
		'http://LOCALHOST:8080/',
		'http://127.1/',
		'http://0/',
		'http://0x7f.1/',
		'http://2130706433/',
		'http://[::1]/',
		'http://[fd00:ec2::254]/latest/',
		'http://[fe80::1]/',
		'\thttp://127.0.0.1\n/',
		'http:\\\\127.0.0.1\\',
		'http:127.0.0.1',
	])('refuses %j, with the resolver of the system', async (url) => {
		await expect(download(url, MEMBER)).rejects.toMatchObject({ kind: 'private-address' });
	});

	it('never asks this machine by a name that ends in a dot', async () => {
		// some systems know no such name
		const kind = expect.stringMatching(/^(?:private-address|unreachable)$/) as string;
		await expect(download('http://localhost./', MEMBER)).rejects.toMatchObject({ kind });
		const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
		await expect(download('http://localhost./', { ...MEMBER, resolve })).rejects.toMatchObject({
			kind: 'private-address',
		});
	});
});

function toNumber(address: string): number {
	return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

function bytesOf(address: number): number[] {
	return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
}

function toDotted(address: number): string {
	return bytesOf(address).join('.');
}

function toGroups(address: number): string {
	return `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;
}
