import { describe, expect, it } from 'vitest';
import { toAllowedUrl } from '../../../bot/download/url.js';

const MEMBER = { allowPrivate: false };

describe('toAllowedUrl', () => {
	it('lets no redirect lead from https to http, and any other way', () => {
		const by = new URL('https://example.org/a/b');
		const redirect = { by, first: by };
		expect(() => toAllowedUrl('http://example.org/c', MEMBER, redirect)).toThrow(
			'got a redirect from https to http://example.org/c: give that address itself if you trust it',
		);
		expect(toAllowedUrl('c?d', MEMBER, redirect).href).toBe('https://example.org/a/c?d');
		const open = { by: new URL('http://example.org/'), first: by };
		expect(toAllowedUrl('http://example.net/', MEMBER, open).href).toBe('http://example.net/');
		expect(toAllowedUrl('https://example.org/', MEMBER, open).href).toBe('https://example.org/');
	});

	it('lets the host that an operator names be private, on any port and after redirects, and no other host', () => {
		const operator = { allowPrivate: true };
		const first = toAllowedUrl('http://[::1]:9000/', operator);
		expect(toAllowedUrl('https://[::1]/', operator, { by: first, first }).port).toBe('');
		expect(() => toAllowedUrl('http://[::2]:9000/', operator, { by: first, first })).toThrow('([::2])');
		expect(() => toAllowedUrl('http://[::1]:9000/', MEMBER)).toThrow('expected port 80, 443, 8080, 8443, got 9000');
	});

	it('quotes no more of a text than fits a line', () => {
		expect(() => toAllowedUrl(`a\n${'x'.repeat(10_000)}`, MEMBER)).toThrow(/^.{100,300}$/);
	});
});
