import { describe, expect, it } from 'vitest';
import { pagesIn, sheetSides } from './sheet-sides.ts';

describe('the sheets of one copy', () => {
	it('each carry one page on one side, of the pages that were chosen only', () => {
		const pages = pagesIn(
			[
				{ from: 2, to: 3 },
				{ from: 5, to: 5 }
			],
			6
		);
		expect(sheetSides(pages, false)).toStrictEqual([
			{ sheet: 1, side: null, page: 2 },
			{ sheet: 2, side: null, page: 3 },
			{ sheet: 3, side: null, page: 5 }
		]);
	});

	it('are turned over when both sides are printed, and the last may stay empty behind', () => {
		expect(sheetSides(pagesIn([], 3), true)).toStrictEqual([
			{ sheet: 1, side: 'front', page: 1 },
			{ sheet: 1, side: 'back', page: 2 },
			{ sheet: 2, side: 'front', page: 3 },
			{ sheet: 2, side: 'back', page: null }
		]);
	});
});
