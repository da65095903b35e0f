import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, placeOf } from '../../answers/link.js';

const PAGE = 'https://example.org/page';

describe('linkTo', () => {
	it('opens a page at a short quote', () => {
		expect(linkTo(PAGE, 'The ferry lands here.')).toBe(`${PAGE}#:~:text=The%20ferry%20lands%20here.`);
	});

	it('names a long quote by its first and last words', () => {
		const quote = `The ferry of Ormond ${'and all who wait for it '.repeat(10)}lands at the salt pier.`;
		const [, start, end] = /:~:text=(.+),(.+)$/.exec(linkTo(PAGE, quote)!) ?? [];
		expect(decodeURIComponent(start!)).toBe('The ferry of Ormond and all who wait');
		expect(decodeURIComponent(end!)).toBe('wait for it lands at the salt pier.');
	});

	it.each([
		['ru', `В четверг губернатор области подписал указ, ${'а затем и другие бумаги, '.repeat(8)}о границах области.`],
		['th', `นายกรัฐมนตรีกล่าวเมื่อวันพฤหัสบดีว่า${'รัฐบาลจะสร้างสะพานแห่งใหม่ '.repeat(5)}ให้เสร็จภายในปีหน้า`],
		[
			'ja',
			`政府は木曜日、新しい橋の建設を決めたと発表し、${'その費用は国と県が負う。'.repeat(8)}過去最大の規模となる。`,
		],
	])('names a long quote by as many words in any script, and by fewer where there is less room: %s', (_, quote) => {
		const ends = (link?: string) => /:~:text=(.+),(.+)$/.exec(link!)!.slice(1).map(decodeURIComponent);
		for (const end of ends(linkTo(PAGE, quote))) {
			expect(end.length).toBeGreaterThan(30);
			expect(quote).toContain(end);
		}
		const short = linkTo(PAGE, quote, { longest: 512 })!;
		expect(short.length).toBeLessThanOrEqual(512);
		for (const end of ends(short)) expect(end.length).toBeGreaterThan(10);
	});

	it('names no word twice: the end is looked for behind the start', () => {
		const quote =
			'Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu, theo đó hai bên mở thêm một cửa khẩu phụ và hai chợ biên giới nữa.';
		for (let longest = 40; longest < 700; longest++) {
			const fragment = linkTo(PAGE, quote, { longest })!.split('#:~:text=')[1];
			if (fragment === undefined) continue;
			const [start = '', end = ''] = fragment.split(',').map(decodeURIComponent);
			expect(quote.startsWith(start)).toBe(true);
			expect(quote.slice(start.length).endsWith(end)).toBe(true);
		}
	});

	it('escapes what means something in a text fragment', () => {
		expect(linkTo(PAGE, 'a-b, c & d')).toBe(`${PAGE}#:~:text=a%2Db%2C%20c%20%26%20d`);
	});

	it.each(['https://[::1]:80/a', 'https://xn--bnh-gsa.example/', 'https://my_site.example.com/'])(
		'links to %s',
		(source) => {
			expect(linkTo(source, 'Yes.')).toBe(`${new URL(source).href}#:~:text=Yes.`);
		},
	);

	it('keeps a fragment that the page has', () => {
		expect(linkTo(`${PAGE}?x=1#part`, 'Yes.')).toBe(`${PAGE}?x=1#part:~:text=Yes.`);
	});

	it('opens a page at the anchor of a quote, which replaces the one that the source has', () => {
		expect(linkTo(PAGE, 'Yes.', { anchor: 'fares' })).toBe(`${PAGE}#fares:~:text=Yes.`);
		expect(linkTo(`${PAGE}?x=1#part:~:text=No.`, 'Yes.', { anchor: 'fares' })).toBe(`${PAGE}?x=1#fares:~:text=Yes.`);
		expect(linkTo(`${PAGE}#part`, '', { anchor: 'fares' })).toBe(`${PAGE}#fares`);
		expect(linkTo(`${PAGE}#part`, '', { anchor: null })).toBe(`${PAGE}#part`);
	});

	it.each([
		['who/when?', 'who/when?'],
		['Прайс', '%D0%9F%D1%80%D0%B0%D0%B9%D1%81'],
		['a b"<c>`', 'a%20b%22%3Cc%3E%60'],
		['100%25', '100%2525'],
		['a:~:text=No', 'a%3A~:text=No'],
		['a\u001b\ud83d', 'a%1B%EF%BF%BD'],
	])('writes the anchor "%s" as a browser reads it back', (anchor, written) => {
		expect(linkTo(PAGE, '', { anchor })).toBe(`${PAGE}#${written}`);
	});

	it('leaves out the words where they take too much room, then the anchor', () => {
		const anchor = 'fares';
		expect(linkTo(PAGE, 'Yes.', { anchor, longest: 42 })).toBe(`${PAGE}#fares:~:text=Yes.`);
		expect(linkTo(PAGE, 'Yes.', { anchor, longest: 41 })).toBe(`${PAGE}#fares`);
		expect(linkTo(PAGE, 'Yes.', { anchor, longest: 29 })).toBe(PAGE);
		expect(linkTo(PAGE, 'Yes.', { anchor, longest: 23 })).toBeUndefined();
	});

	it.each([
		['a list', 'Bring these:\nA warm coat\nTwo crowns for the pier', 'Bring these:,Two crowns for the pier'],
		['a row', 'Ridge\t12 stations\t11 euros', 'Ridge,11 euros'],
		['code', 'relay() {\n\tstop --now\n}\n', 'relay() {,stop --now'],
		['a line among signs', '—\nThe salt pier\n—', 'The salt pier'],
	])('names %s by its first and its last piece, for no text fragment reaches over them', (_, quote, named) => {
		const fragment = linkTo(PAGE, quote)!.split(':~:text=')[1]!;
		expect(fragment.split(',').map(decodeURIComponent).join(',')).toBe(named);
	});

	it('takes no more time for a quote of many pieces and words than its length asks for', () => {
		const began = performance.now();
		linkTo(PAGE, 'ferry '.repeat(200_000));
		linkTo(PAGE, 'ferry\n'.repeat(200_000));
		expect(performance.now() - began).toBeLessThan(2000);
	});

	it('points to the quote alone where the source points to another', () => {
		expect(linkTo(`${PAGE}#:~:text=No.`, 'Yes.')).toBe(`${PAGE}#:~:text=Yes.`);
		expect(linkTo(`${PAGE}#part:~:text=No.`, 'Yes.')).toBe(`${PAGE}#part:~:text=Yes.`);
		expect(linkTo(`${PAGE}#:~:text=No.`, '')).toBe(PAGE);
	});

	it.each([
		'notes/ferry.md',
		'C:\\notes\\ferry.md',
		'mailto:a@example.org',
		'javascript:alert(1)',
		'https://',
		'https://a..b/',
		'https://a,b/',
		'',
	])('makes no link of "%s"', (source) => {
		expect(linkTo(source, 'Yes.')).toBeUndefined();
	});

	it('opens a message of Discord as it is', () => {
		const message = 'https://discord.com/channels/1/2/3';
		expect(linkTo(message, 'Yes.')).toBe(message);
	});

	it('opens the page alone where the quote takes too much room, and makes no link of a page that does', () => {
		expect(linkTo(PAGE, 'Yes.', { longest: 37 })).toBe(`${PAGE}#:~:text=Yes.`);
		expect(linkTo(PAGE, 'Yes.', { longest: 36 })).toBe(PAGE);
		expect(linkTo(PAGE, 'Yes.', { longest: 24 })).toBe(PAGE);
		expect(linkTo(PAGE, 'Yes.', { longest: 23 })).toBeUndefined();
	});

	it('takes half a surrogate pair for an unknown character', () => {
		expect(linkTo(PAGE, 'a\ud83d')).toBe(`${PAGE}#:~:text=a%EF%BF%BD`);
	});

	it('makes a link of any quote, whose words are the first and the last of it', () => {
		const unit = fc.oneof(
			fc.constantFrom('😀', '𠀀', 'ສະບາຍດີ', 'word ', '的', ', ', '-'),
			fc.string({ unit: 'grapheme', maxLength: 3 }),
		);
		fc.assert(
			fc.property(fc.array(unit, { minLength: 1, maxLength: 100, size: 'max' }), (parts) => {
				const quote = parts.join('').trim();
				const [, fragment = ''] = linkTo(PAGE, quote)!.split('#:~:text=');
				const ends = fragment.split(',').map(decodeURIComponent);
				const whole = quote;
				expect(whole.startsWith(ends[0]!)).toBe(true);
				expect(whole.endsWith(ends.at(-1)!)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('placeOf', () => {
	it('names a place of a file as its author does', () => {
		expect(placeOf('notes/ferry.md', 'Überfahrt')).toBe('notes/ferry.md#Überfahrt');
		expect(placeOf('notes/ferry.md', null)).toBe('notes/ferry.md');
	});
});
