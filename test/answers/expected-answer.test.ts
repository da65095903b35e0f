import { describe, expect, it } from 'vitest';
import { asksForNumber, holdsNumber } from '../../answers/expected-answer.js';

describe('asksForNumber', () => {
	it.each([
		'How many bridges are there?',
		'When does the ferry leave?',
		'Combien de ponts y a-t-il ?',
		'Quelle superficie couvre le parc ?',
		'¿Cuántos puentes hay?',
		'Wie viele Brücken gibt es?',
		'Wie groß ist das Gebiet?',
		'Có bao nhiêu cây cầu?',
		'Chợ có mấy gian?',
		'有多少座桥？',
		'มีสะพานกี่แห่ง',
		'ມີຂົວຈັກແຫ່ງ?',
		'តើមានស្ពានប៉ុន្មាន?',
		'Сколько там мостов?',
		'橋はいくつありますか',
	])('is so for %s', (question) => {
		expect(asksForNumber(question)).toBe(true);
	});

	it.each([
		'Who built the bridge?',
		'Qui a construit le pont ?',
		'Ai xây cầu?',
		'谁建了桥？',
		'ใครสร้างสะพาน',
		'ໃຜສ້າງຂົວ?',
		'บทความกล่าวเกี่ยวกับใคร',
		'ເຈົ້າຮູ້ຈັກໃຜ?',
		'几内亚的总统是谁？',
		'Кто никогда не был в нескольких музеях?',
	])('is not so for %s', (question) => {
		expect(asksForNumber(question)).toBe(false);
	});
});

describe('holdsNumber', () => {
	it.each(['It has 3 arches.', 'มี ๓ ช่อง', 'ມີ ໓ ຊ່ອງ', '村里有三座桥。'])('is so for %s', (sentence) => {
		expect(holdsNumber(sentence)).toBe(true);
	});

	it('is not so without a number', () => {
		expect(holdsNumber('The bridge is old.')).toBe(false);
	});
});
