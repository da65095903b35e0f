import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.js';

describe('marks of admonitions', () => {
	it.each([
		[[':::tip', 'Lock the gate.', ':::']],
		[['::: warning', '', 'Lock the gate.', '', ':::']],
		[['::: {.callout-note}', 'Lock the gate.', ':::']],
		[['::::note', ':::tip', 'Lock the gate.', ':::', '::::']],
		[['!!! note', '    Lock the gate.']],
		[['!!! note ""', '', '\tLock the gate.']],
		[['??? tip', '    !!! danger', '        Lock the gate.']],
		[['> [!NOTE]', '> Lock the gate.']],
		[['> [!tip]-', '>', '> Lock the gate.']],
		[['{% hint style="info" %}', 'Lock the gate.', '{% endhint %}']],
		[['{{< notice tip >}}', 'Lock the gate.', '{{< /notice >}}']],
		[['{{% alert color="warning" %}}Lock the gate.{{% /alert %}}']],
		[['<Note>Lock the gate.</Note>']],
		[['<Callout type="info">', '  Lock the gate.', '</Callout>']],
		[['<Aside', '  type="tip"', '>', '', 'Lock the gate.', '', '</Aside>']],
	])('are no text: %j', (lines) => {
		expect(outlineOf('Before.', ...lines, '', 'After.')).toEqual(['p Before.', 'p Lock the gate.', 'p After.']);
	});

	it.each([
		[[':::tip The north gate', 'Lock it.', ':::']],
		[[':::note[The north gate]', 'Lock it.', ':::']],
		[['::: warning {title="The north gate"}', 'Lock it.', ':::']],
		[['!!! note "The north gate"', '    Lock it.']],
		[['> [!NOTE] The north gate', '> Lock it.']],
		[['{{< callout title="The north gate" >}}', 'Lock it.', '{{< /callout >}}']],
		[['<Note title="The north gate">', 'Lock it.', '</Note>']],
	])('keep a title that says more than the kind, as a paragraph: %j', (lines) => {
		expect(outlineOf(...lines)).toEqual(['p The north gate', 'p Lock it.']);
	});

	it.each([
		[['::: details Who locks it?', 'Ada.', ':::']],
		[[':::tip Who locks it?', 'Ada.', ':::']],
		[['??? question "Who locks it?"', '    Ada.']],
		[['<Accordion title="Who locks it?">', 'Ada.', '</Accordion>']],
		[['{% details title="Who locks it?" %}', 'Ada.', '{% enddetails %}']],
	])('make a question of a title that asks, up to their end: %j', (lines) => {
		expect(outlineOf(...lines, '', 'After.')).toEqual([
			'<section>',
			'? Who locks it?',
			'p Ada.',
			'</section>',
			'p After.',
		]);
	});

	it('leave lists, code and quotations in them as they are', () => {
		const blocks = outlineOf(
			'1. First',
			'',
			'    !!! note',
			'        Lock it.',
			'',
			'        ```sh',
			'        lock --all',
			'        ```',
			'',
			'2. Second',
			'',
			'> [!TIP]',
			'> - one',
			'> - two',
			'>',
			'> > quoted',
			'',
			'> plain',
		);
		expect(blocks).toEqual([
			'<list>',
			'1. First',
			'p Lock it.',
			'code sh: lock --all',
			'2. Second',
			'</list>',
			'<list>',
			'- one',
			'- two',
			'</list>',
			'quotation quoted',
			'quotation plain',
		]);
	});
});

describe('marks in quotations', () => {
	it('are no text either', () => {
		const blocks = outlineOf('> :::tip The gate', '>', '> Lock it.', '> :::', '>', '> {% a %}', '> More.');
		expect(blocks).toEqual(['quotation The gate', 'quotation Lock it.', 'quotation More.']);
	});
});

describe('tabs', () => {
	it.each([
		[['=== "Ferry"', '', '    By water.', '', '=== "Tram"', '', '    By rail.']],
		[
			[
				'<Tabs>',
				'<TabItem value="a" label="Ferry">',
				'By water.',
				'</TabItem>',
				'<TabItem value="Tram">',
				'By rail.',
				'</TabItem>',
				'</Tabs>',
			],
		],
		[
			[
				'{% tabs %}',
				'{% tab title="Ferry" %}',
				'By water.',
				'{% endtab %}',
				'{% tab title="Tram" %}',
				'By rail.',
				'{% endtab %}',
				'{% endtabs %}',
			],
		],
		[
			[
				'{{< tabs >}}',
				'{{< tab "Ferry" >}}',
				'By water.',
				'{{< /tab >}}',
				'{{% tab name="Tram" %}}',
				'By rail.',
				'{{% /tab %}}',
				'{{< /tabs >}}',
			],
		],
		[['::::tabs', ':::tab-item Ferry', 'By water.', ':::', ':::tab-item Tram', 'By rail.', ':::', '::::']],
	])('stand under their names, one level below: %j', (lines) => {
		expect(outlineOf('# Trip', '## Ways', '', ...lines)).toEqual([
			'h1 Trip',
			'h2 Ways',
			'h3 Ferry',
			'p By water.',
			'h3 Tram',
			'p By rail.',
		]);
	});

	it('keep what is indented in them out of code', () => {
		const blocks = outlineOf(
			'# Trip',
			'<Tabs>',
			'  <TabItem label="Ferry">',
			'',
			'    By water.',
			'',
			'    ```sh',
			'      sail',
			'    ```',
			'',
			'  </TabItem>',
			'</Tabs>',
		);
		expect(blocks).toEqual(['h1 Trip', 'h2 Ferry', 'p By water.', 'code sh:   sail']);
	});
});

describe('statements and commands', () => {
	it.each([
		["import Card from './card';"],
		['import {\n  Card,\n  Deck,\n} from "./cards"'],
		['export const meta = {\n  title: "x",\n};'],
		['{/* seen by\nnobody */}'],
		['<Chart data={[1, 2]} title="Rain" />'],
		['[[toc]]'],
		['[TOC]'],
		['[[_TOC_]]'],
		['* TOC\n{:toc}'],
		['{: .lead }'],
		['\\newpage'],
		['\\vspace{2cm}'],
		['<!-- seen by\n\nnobody -->'],
		['{% include head.html title="Rain" %}'],
		['{{< figure src="a.png" title="Rain" >}}'],
		['--8<-- "part.md"'],
		['![[boat.png]]'],
	])('are no text: %j', (mark) => {
		expect(outlineOf('Before.', '', mark, '', 'After.')).toEqual(['p Before.', 'p After.']);
	});

	it('leave sentences that look like them', () => {
		const lines = [
			'import the file from the menu',
			'export default settings with care',
			'!!! Wow',
			'=== not a tab',
			'a ::: b',
			'{{ price }} is shown',
			'::notmark',
		];
		expect(outlineOf(lines.join('\n\n'))).toEqual(lines.map((line) => `p ${line}`));
	});

	it('turn code between tags into code', () => {
		expect(outlineOf('{% highlight ruby linenos %}', '# no heading', '{% endhighlight %}', 'Text.')).toEqual([
			'code ruby: # no heading',
			'p Text.',
		]);
		expect(outlineOf('{{< highlight go >}}', 'a := 1', '', '{{< /highlight >}}')).toEqual(['code go: a := 1']);
	});

	it('keep the text of links that lead to them', () => {
		expect(outlineOf('See [prices]({{< ref "prices.md" >}}) and [hours]({% link _posts/h.md %}#top).')).toEqual([
			'p See prices and hours.',
		]);
	});

	it('keep the text of elements whose attributes are expressions', () => {
		expect(outlineOf("A <span style={{color: 'red'}}>red</span> gate.")).toEqual(['p A red gate.']);
	});
});

describe('a bold kind in a quotation', () => {
	it('is no text', () => {
		expect(outlineOf('> **Note**', '> Lock the gate.')).toEqual(['p Lock the gate.']);
		expect(outlineOf('> **Ada**', '> Lock the gate.')[0]).toContain('Ada');
	});
});
