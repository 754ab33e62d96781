import { expect, it } from 'vitest';
import { readWords } from './words.ts';

const row = (...cells: (string | number)[]) => cells.join('\t');

it('takes the words that were read, and leaves out lines, specks and rows that are cut off', () => {
	const tsv = [
		'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
		row(4, 1, 1, 1, 1, 0, 264, 246, 902, 79, -1, ''),
		row(5, 1, 1, 1, 1, 1, 264, 246, 902, 79, '90.281975', 'Päätös'),
		row(5, 1, 1, 1, 1, 2, 1200, 246, 4, 4, '12.5', '~'),
		row(5, 1, 1, 1, 1, 3, 1300, 246, 40, 4, '95', ' '),
		row(5, 1, 1, 1, 1, 4, 1400, 240, 80, 70, 96, 'koskee'),
		row(5, 1, 1, 1, 1, 5, -3, 240, 80, 70, 96, 'outside'),
		'5\t1\t1\t1'
	].join('\n');
	expect(readWords(tsv)).toEqual([
		{ text: 'Päätös', left: 264, top: 246, width: 902, height: 79 },
		{ text: 'koskee', left: 1400, top: 240, width: 80, height: 70 }
	]);
});
