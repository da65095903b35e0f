import { describe, expect, it } from 'vitest';
import { linesOf, pageOf } from './lines.js';

const ANSWERED = ['(section', '? Is there a toll?', 'Only for lorries.', 'section)'];

describe('htmlDrafts of what opens', () => {
	it.each([
		['<details><summary>Is there a toll?</summary><p>Only for lorries.</p></details>'],
		[
			'<h3><button aria-expanded="false" aria-controls="p">Is there a toll?</button></h3><div id="p" hidden>Only for lorries.</div>',
		],
		['<button aria-expanded="false">Is there a toll?</button><div style="max-height: 0">Only for lorries.</div>'],
		[
			'<div role="button" aria-expanded="true"><span>Is there a toll?</span></div><div aria-hidden="true">Only for lorries.</div>',
		],
		[
			'<button class="accordion">Is there a toll?</button><div class="panel" style="display:none">Only for lorries.</div>',
		],
		[
			'<h5><a data-toggle="collapse" href="#p">Is there a toll?</a></h5><div id="p" class="collapse">Only for lorries.</div>',
		],
		['<input type="checkbox" id="c"><label for="c">Is there a toll?</label><div>Only for lorries.</div>'],
		['<div>Is there a toll?</div><div style="visibility: hidden">Only for lorries.</div>'],
		['<strong class="faq-question">Is there a toll?</strong><p>Only for lorries.</p>'],
		[
			'<div class="bar"><div><h4><button aria-expanded="false">Is there a toll?</button></h4></div><div hidden>Only for lorries.</div></div>',
		],
	])('reads the question and the answer of %j', (html) => {
		expect(linesOf(html)).toEqual(ANSWERED);
	});

	it('reads a panel that stands elsewhere once, after what opens it', () => {
		const html =
			'<button aria-expanded="false" aria-controls="p">Is there a toll?</button><p>Between.</p><div id="p">Only for lorries.</div>';
		expect(linesOf(html)).toEqual([...ANSWERED, 'Between.']);
	});

	it.each([
		['<h2>A</h2><details><summary>Fees</summary><p>Four.</p></details>', ['## A', '### Fees', 'Four.']],
		['<details><summary><h4>Fees</h4></summary><p>Four.</p></details>', ['#### Fees', 'Four.']],
		['<h2>A</h2><button aria-expanded="false">Fees</button><div hidden>Four.</div>', ['## A', '### Fees', 'Four.']],
		['<button aria-expanded="false">Show more</button><div hidden>Four.</div>', ['Four.']],
		['<h3><button>Fees</button></h3>', ['### Fees']],
		['<h3>Is it free?</h3><p hidden>Yes.</p>', ['### Is it free?', 'Yes.']],
		['<h3>Is it free?</h3><p>Yes.</p>', ['### Is it free?', 'Yes.']],
		[
			'<details><summary>1?</summary>a<details><summary>2?</summary>b</details></details>',
			['(section', '? 1?', 'a', '(section', '? 2?', 'b', 'section)', 'section)'],
		],
	])('reads %j', (html, expected) => {
		expect(linesOf(html)).toEqual(expected);
	});

	it.each([
		[
			'<div role="tablist"><button role="tab" aria-controls="a">Linux</button><button role="tab" aria-controls="b">Mac</button></div><div role="tabpanel" id="a">apt</div><div role="tabpanel" id="b" hidden>brew</div>',
		],
		[
			'<div><ul role="tablist"><li role="tab">Linux</li><li role="tab">Mac</li></ul><div><div role="tabpanel">apt</div><div role="tabpanel" hidden>brew</div></div></div>',
		],
		[
			'<ul class="nav nav-tabs"><li><a data-toggle="tab" href="#a">Linux</a></li><li><a data-toggle="tab" href="#b">Mac</a></li></ul><div><div id="a" class="tab-pane">apt</div><div id="b" class="tab-pane">brew</div></div>',
		],
		[
			'<div class="tabbed-labels"><label for="x">Linux</label><label for="y">Mac</label></div><div><div class="tabbed-block">apt</div><div class="tabbed-block">brew</div></div>',
		],
		[
			'<input type="radio"><label class="tab-label">Linux</label><div>apt</div><input type="radio"><label class="tab-label">Mac</label><div>brew</div>',
		],
	])('gives each tab of %j its name as a heading', (html) => {
		expect(linesOf(html)).toEqual(['# Linux', 'apt', '# Mac', 'brew']);
	});

	it('leaves out what is hidden and opened by nothing, and counts it', () => {
		const page = pageOf(
			'<p>Shown.</p><div style="display:none">Not for now</div><p>a<span class="sr-only">spoken</span></p>',
		);
		expect(page).toEqual({ lines: ['Shown.', 'a'], leftOut: { 'hidden text': 'Not for now' } });
	});
});
