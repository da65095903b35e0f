import { describe, expect, it } from 'vitest';
import type { MarkdownNode } from '../../sandbox/page/markdown-nodes.js';
import { kindsOf, visibleText } from '../../sandbox/page/markdown-nodes.js';
import { parseMarkdown } from '../../sandbox/page/markdown.js';

/** The tree in one line: `bold(a italic(b))`. */
function tree(text: string): string {
	const one = (node: MarkdownNode): string => {
		if (node.kind === 'text') return JSON.stringify(node.text);
		if (node.kind === 'code') return `code(${JSON.stringify(node.text)})`;
		if (node.kind === 'codeBlock') return `codeBlock(${node.language} ${JSON.stringify(node.text)})`;
		if (node.kind === 'list') {
			return `list${node.start === null ? '' : node.start}(${node.items.map((item) => `[${all(item)}]`).join('')})`;
		}
		if (node.kind === 'heading') return `h${node.level}(${all(node.children)})`;
		if (node.kind === 'link') return `link(${node.url} ${all(node.children)})`;
		if ('children' in node) return `${node.kind}(${all(node.children)})`;
		if (node.kind === 'mention') return `${node.target}(${node.id})`;
		if (node.kind === 'time') return `time(${node.unix}:${node.style})`;
		return `${node.kind}(${'name' in node ? node.name : node.text})`;
	};
	const all = (nodes: readonly MarkdownNode[]) => nodes.map(one).join(' ');
	return all(parseMarkdown(text));
}

describe('parseMarkdown', () => {
	it.each([
		['**a**', 'bold("a")'],
		['*a*', 'italic("a")'],
		['_a_', 'italic("a")'],
		['__a__', 'underline("a")'],
		['~~a~~', 'strike("a")'],
		['||a||', 'spoiler("a")'],
		['`a`', 'code("a")'],
		['``a`b``', 'code("a`b")'],
		['`` ` ``', 'code("`")'],
		['***a***', 'italic(bold("a"))'],
		['**a *b* c**', 'bold("a " italic("b") " c")'],
		['__**a**__', 'underline(bold("a"))'],
		['*a **b** c*', 'italic("a " bold("b") " c")'],
		['**a\nb**', 'bold("a\\nb")'],
		['||**a** b||', 'spoiler(bold("a") " b")'],
		['*a *', 'italic("a")'],
		['**a***', 'bold("a*")'],
	])('reads the style of %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['**a', '"**a"'],
		['* a*', 'list(["a*"])'],
		['x * a * b', '"x * a * b"'],
		['2*3*4', '"2" italic("3") "4"'],
		['snake_case_name', '"snake_case_name"'],
		['_a_b', '"_a_b"'],
		['||a|', '"||a|"'],
		['``a', '"``a"'],
		['```a', '"```a"'],
		['a ``` b', '"a ``` b"'],
		['~~a~~_', '"~~a~~_"'],
	])('leaves what is not closed, or not markup, of %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		[String.raw`\*a\*`, '"*a*"'],
		[String.raw`\\*a*`, String.raw`"\\" italic("a")`],
		[String.raw`a\b \1 \ c`, String.raw`"a\\b \\1 \\ c"`],
		[String.raw`\# a`, '"# a"'],
		[String.raw`\> a`, '"> a"'],
		[String.raw`\- a`, '"- a"'],
		[String.raw`1\. a`, '"1. a"'],
		[String.raw`\-# a`, '"-# a"'],
		[String.raw`\<@1>`, '"<@1>"'],
		[String.raw`\@everyone`, '"@everyone"'],
		[String.raw`\[a](https://example.org)`, '"[a](" link(https://example.org "https://example.org") ")"'],
		[String.raw`https\://example.org`, '"https://example.org"'],
		[String.raw`**a\** b**`, 'bold("a** b")'],
		[String.raw`\😀`, '"😀"'],
		[String.raw`¯\_(ツ)_/¯`, String.raw`"¯\\_(ツ)_/¯"`],
		['\\\n', String.raw`"\\\n"`],
	])('takes a backslash for an escape only before punctuation: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['# a', 'h1("a")'],
		['## a **b**', 'h2("a " bold("b"))'],
		['### a\nb', 'h3("a") "b"'],
		['x\n# a', '"x\\n" h1("a")'],
		['  # a', 'h1("a")'],
		['#### a', '"#### a"'],
		['#a', '"#a"'],
		['x # a', '"x # a"'],
		['#\na', 'h1("a")'],
		['# a ##', 'h1("a")'],
		['-# a\nb', 'subtext("a") "b"'],
		['-#a', '"-#a"'],
		['-# -# a', '"-# -# a"'],
		['x -# a', '"x -# a"'],
		['# -# a', 'h1(subtext("a"))'],
	])('reads headings and subtext at the start of a line: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['> a', 'quote("a")'],
		['> a\n> b\nc', 'quote("a\\nb") "c"'],
		['>a', '">a"'],
		['x > a', '"x > a"'],
		['>>> a\nb\n> c', 'quote("a\\nb\\n> c")'],
		['> > a', 'quote("> a")'],
		['> # a', 'quote(h1("a"))'],
		['> - a\n> - b', 'quote(list(["a"]["b"]))'],
		['x\n> a', '"x\\n" quote("a")'],
		['> \nx', 'quote() "x"'],
	])('reads quotes: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['- a\n- b', 'list(["a"]["b"])'],
		['* a', 'list(["a"])'],
		['1. a\n2. b', 'list1(["a"]["b"])'],
		['7. a', 'list7(["a"])'],
		['0. a', 'list1(["a"])'],
		['- a\n  - b\n- c', 'list(["a\\n" list(["b"])]["c"])'],
		['- a\nb', 'list(["a"]) "b"'],
		['- a\n  b', 'list(["a\\nb"])'],
		['-a', '"-a"'],
		['1.a', '"1.a"'],
		['x - a', '"x - a"'],
		['x\n- a', '"x\\n" list(["a"])'],
		['- **a**', 'list([bold("a")])'],
		['- # a', 'list(["# a"])'],
	])('reads lists: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['```\na\n```', 'codeBlock( "a")'],
		['```ts\nlet a;\n```', 'codeBlock(ts "let a;")'],
		['```a```', 'codeBlock( "a")'],
		['```ts\n```', 'codeBlock( "ts")'],
		['```\n**a** <@1>\n```', 'codeBlock( "**a** <@1>")'],
		['x ```a``` y', '"x " codeBlock( "a") " y"'],
		['```\na', '"```\\na"'],
	])('reads code blocks, and leaves unclosed fences: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['[a](https://example.org)', 'link(https://example.org "a")'],
		['[**a**](<https://example.org>)', 'link(https://example.org bold("a"))'],
		['[1. a](https://example.org)', 'link(https://example.org "1. a")'],
		['[a [b]](https://example.org)', 'link(https://example.org "a [b]")'],
		['[a](https://example.org "title")', 'link(https://example.org "a")'],
		['[a](https://example.org/x_(y))', 'link(https://example.org/x_(y) "a")'],
		['[a](javascript:alert(1))', '"[a](javascript:alert(1))"'],
		['[a](ftp://example.org)', '"[a](ftp://example.org)"'],
		['[a](/x)', '"[a](/x)"'],
		[
			'[https://a.example ](https://b.example)',
			'"[" link(https://a.example "https://a.example") " ](" link(https://b.example "https://b.example") ")"',
		],
		['[](https://example.org)', '"[](" link(https://example.org "https://example.org") ")"'],
		['[<@1>](https://a.example)', '"[" user(1) "](" link(https://a.example "https://a.example") ")"'],
		['<https://example.org>', 'link(https://example.org "https://example.org")'],
		['see https://example.org/a?b=c.', '"see " link(https://example.org/a?b=c "https://example.org/a?b=c") "."'],
		['(https://example.org/a)', '"(" link(https://example.org/a "https://example.org/a") ")"'],
		['https://example.org/a_(b)', 'link(https://example.org/a_(b) "https://example.org/a_(b)")'],
		['xhttps://a.example', '"x" link(https://a.example "https://a.example")'],
		['http://', '"http://"'],
		['<foo:/bar>', '"foo:/bar"'],
		['<me@example.org>', 'link(mailto:me@example.org "me@example.org")'],
		['www.example.org', '"www.example.org"'],
	])('reads links: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});

	it.each([
		['<@12> <@!12>', 'user(12) " " user(12)'],
		['<#12> <@&12>', 'channel(12) " " role(12)'],
		['</ask:12> </articles add:12>', 'command(12) " " command(12)'],
		['</สวัสดี:12>', 'command(12)'],
		['<id:browse>', 'guide(browse)'],
		['@everyone @here @someone', 'everyone(@everyone) " " everyone(@here) " @someone"'],
		['<t:0> <t:-5:R>', 'time(0:f) " " time(-5:R)'],
		['<t:1:x> <t:99999999999999>', '"<t:1:x> <t:99999999999999>"'],
		['<a:x_1:12> <:y:1>', 'emoji(x_1) " " emoji(y)'],
		[':smile: 10:30:45 :a b:', 'shortcode(smile) " 10:30:45 :a b:"'],
		['`<@1>`', 'code("<@1>")'],
		['<@abc> <@>', '"<@abc> <@>"'],
	])('reads mentions, times and emoji: %j', (text, expected) => {
		expect(tree(text)).toBe(expected);
	});
});

describe('kindsOf', () => {
	it('finds a kind however deep it stands', () => {
		expect(kindsOf(parseMarkdown('- **a ||<@1>||**'))).toEqual(new Set(['list', 'bold', 'text', 'spoiler', 'mention']));
	});
});

describe('visibleText', () => {
	it('shows words without their markup, and blocks on lines of their own', () => {
		const text = '# Title\n> **quoted** [words](https://a.example)\n- a\n- b\nend <t:0:D> <@1> </ask:2>';
		expect(visibleText(parseMarkdown(text))).toBe(
			'Title\nquoted words\n• a\n• b\nend 1970-01-01T00:00:00.000Z @1 /ask',
		);
	});
});
