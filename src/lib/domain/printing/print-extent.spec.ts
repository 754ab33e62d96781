import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printExtent } from './print-extent.ts';
import { mostCopies, printLimitFault, sidesLeft, type PrintLimits } from './print-limits.ts';

const anyPages = fc.record({
	pages: fc.integer({ min: 1, max: 200 }),
	pageRanges: fc.constantFrom([], [{ from: 1, to: 1 }], [{ from: 2, to: 500 }]),
	twoSided: fc.boolean()
});
const anyLimits: fc.Arbitrary<PrintLimits> = fc.record({
	sidesPerVisit: fc.option(fc.integer({ min: 0, max: 100 })),
	copiesPerPrint: fc.option(fc.integer({ min: 1, max: 20 }))
});

describe('how much paper a print takes', () => {
	it('begins each copy on a sheet of its own', () => {
		expect(printExtent({ pages: 3, pageRanges: [], copies: 2, twoSided: true })).toStrictEqual({
			impressions: 6,
			sheets: 4
		});
	});

	it('counts only the pages asked for, and only those that there are', () => {
		const pageRanges = [
			{ from: 2, to: 3 },
			{ from: 5, to: 9 }
		];
		expect(printExtent({ pages: 5, pageRanges, copies: 1, twoSided: false })).toStrictEqual({
			impressions: 3,
			sheets: 3
		});
	});

	it('is never more sheets than sides, and never less than half', () => {
		fc.assert(
			fc.property(anyPages, fc.integer({ min: 1, max: 30 }), (pages, copies) => {
				const { impressions, sheets } = printExtent({ ...pages, copies });
				expect(sheets <= impressions && sheets * 2 >= impressions).toBe(true);
				if (!pages.twoSided) expect(sheets).toBe(impressions);
			})
		);
	});
});

describe('the limits of a visit', () => {
	it('say what is left before they bite, and which of them bites', () => {
		const limits = { sidesPerVisit: 20, copiesPerPrint: 5 };
		const paper = { pages: 4, pageRanges: [], twoSided: true };
		expect({
			left: sidesLeft(limits, 8),
			most: mostCopies(limits, 8, paper, 99),
			fits: printLimitFault(limits, 8, { ...paper, copies: 3 }),
			tooManySides: printLimitFault(limits, 8, { ...paper, copies: 4 }),
			tooManyCopies: printLimitFault(limits, 8, { ...paper, copies: 6 }),
			usedUp: mostCopies(limits, 25, paper, 99)
		}).toStrictEqual({
			left: 12,
			most: 3,
			fits: null,
			tooManySides: 'too-many-sides',
			tooManyCopies: 'too-many-copies',
			usedUp: 0
		});
	});

	it('allow exactly the copies that they offer', () => {
		fc.assert(
			fc.property(anyLimits, fc.integer({ min: 0, max: 120 }), anyPages, (limits, used, paper) => {
				const most = mostCopies(limits, used, paper, 30);
				const fault = (copies: number) => printLimitFault(limits, used, { ...paper, copies });
				fc.pre(printExtent({ ...paper, copies: 1 }).impressions > 0);
				if (most > 0) expect(fault(most)).toBeNull();
				if (most < 30) expect(fault(most + 1)).not.toBeNull();
			})
		);
	});
});
