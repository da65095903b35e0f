import { describe, expect, it } from 'vitest';
import { outlineOfText } from '../../../support/outline-of-text.js';

describe('locateBlocks, of questions', () => {
	it.each([
		['Q', 'A'],
		['Question', 'Answer'],
		['F', 'A'],
		['Frage', 'Antwort'],
		['Question ', 'Réponse '],
		['Q\u00A0', 'R\u00A0'],
		['P', 'R'],
		['Pregunta', 'Respuesta'],
		['Hỏi', 'Đáp'],
		['Hỏi'.normalize('NFD'), 'Trả lời'],
		['ถาม', 'ตอบ'],
		['ຖາມ', 'ຕອບ'],
		['សំណួរ', 'ចម្លើយ'],
		['问', '答'],
		['В', 'О'],
		['Вопрос', 'Ответ'],
		['Q1', 'A1'],
	])('takes %j and %j off', (question, answer) => {
		expect(outlineOfText(`${question}: Who grinds?\n${answer}: Ida.\n\n${question}: When?\n${answer}: Daily.`)).toEqual(
			['section', '  ? Who grinds?', '  Ida.', 'section', '  ? When?', '  Daily.'],
		);
	});

	it('takes labels with a full stop, alone on their line, and both on one', () => {
		expect(outlineOfText('Q. Who?\nA. Ida.\n\nQ2.\nWhen?\nA:\nDaily.\nQ: Where? A: At the mill.')).toEqual([
			'section',
			'  ? Who?',
			'  Ida.',
			'section',
			'  ? When?',
			'  Daily.',
			'section',
			'  ? Where?',
			'  At the mill.',
		]);
	});

	it('takes labels for text where the other one is missing', () => {
		expect(outlineOfText('Q: Who grinds?\n\nB: Ida.', { hasTitle: false })).toEqual(['Q: Who grinds?', 'B: Ida.']);
	});

	it('puts lists into answers, and ends the last one at a blank line where none goes over one', () => {
		expect(outlineOfText('Q: What?\nA: Two kinds:\n- rye\n- oats\nQ: Why?\nA: For bread.\n\nCome by.')).toEqual([
			'section',
			'  ? What?',
			'  Two kinds:',
			'  list',
			'    * rye',
			'    * oats',
			'section',
			'  ? Why?',
			'  For bread.',
			'Come by.',
		]);
	});

	it('takes lines that ask, each above its answer, for questions', () => {
		const text = 'The mill\n\nWho grinds rye or\noats here?\nIda.\nShe is old.\n\nIs it dear?\nNo.';
		expect(outlineOfText(text)).toEqual([
			'h1 The mill',
			'section',
			'  ? Who grinds rye or oats here?',
			'  Ida.',
			'  She is old.',
			'section',
			'  ? Is it dear?',
			'  No.',
		]);
	});

	it('takes lines that ask within paragraphs for no questions', () => {
		const text = 'Ida left.\nWho grinds now?\nNobody.\n\nRoe came.\nWho pays?\nThe town.';
		expect(outlineOfText(text)).toEqual(text.split(/\n+/));
	});

	it('takes a single line that asks, and paragraphs that end so, for no questions', () => {
		const text = 'Ida left.\n\nWho grinds now?\nNobody.\n\nHer son came. Will he stay?\n\nThe town waits.';
		expect(outlineOfText(text)).not.toContain('section');
	});
});
