import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printLimitFault } from '../../domain/printing/print-limits.ts';
import { planPrint, type PrinterOffer, type PrintWishes } from './print-plan.ts';

const a4 = { width: 595.28, height: 841.89 };
const a3 = { width: 841.89, height: 1190.55 };
const a5 = { width: 419.53, height: 595.28 };
const lying = { width: a4.height, height: a4.width };

const printer: PrinterOffer = {
	sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
	colours: ['color', 'monochrome'],
	maxCopies: 20,
	pageRanges: true,
	scaling: ['auto', 'fit', 'none']
};
const nothingChosen: PrintWishes = {
	copies: 1,
	pages: 'all',
	written: '',
	sides: 'one',
	colour: 'monochrome',
	size: null
};
const noLimits = { sidesLeft: null, copiesPerPrint: null };

const plan = (
	wishes: Partial<PrintWishes> = {},
	{
		sizes = [a4, a4, a4],
		offer = {},
		limits = noLimits
	}: Partial<{
		sizes: { width: number; height: number }[] | null;
		offer: Partial<PrinterOffer>;
		limits: { sidesLeft: number | null; copiesPerPrint: number | null };
	}> = {}
) =>
	planPrint(
		{ ...nothingChosen, ...wishes },
		{ pageCount: sizes?.length ?? 3, sizes },
		{ ...printer, ...offer },
		limits
	);

describe('a customer is offered', () => {
	it('nothing that this printer does not do, and their wish for it is left aside', () => {
		const poor = { sides: ['one-sided'], colours: ['monochrome'], pageRanges: false, scaling: [] } as const;
		const wishes = { sides: 'two', colour: 'color', pages: 'some', written: '9', size: 'fit' } as const;
		expect(plan(wishes, { sizes: [a3, a3, a3], offer: { ...poor, maxCopies: 1 } })).toStrictEqual({
			offers: { pages: false, sides: false, colour: false, size: false },
			ranges: { ok: true, value: [] },
			copies: 1,
			copiesAtOnce: 1,
			oneMore: false,
			twoSided: false,
			colour: 'monochrome',
			fitted: false,
			a4: 'needed',
			extent: { impressions: 3, sheets: 3 },
			isAllowed: true
		});
	});

	it('both sides only where the printer turns over the edge that these pages need', () => {
		const longEdge = { sides: ['one-sided', 'two-sided-long-edge'] } as const;
		expect([
			plan({}, { offer: longEdge }).offers.sides,
			plan({}, { sizes: [lying, lying], offer: longEdge }).offers.sides
		]).toStrictEqual([true, false]);
	});

	it('no choice of pages of a paper that has one', () => {
		expect(plan({}, { sizes: [a4] }).offers.pages).toBe(false);
	});
});

describe('fit to A4', () => {
	const seen = (sizes: { width: number; height: number }[] | null, wishes: Partial<PrintWishes> = {}) => {
		const { fitted, offers } = plan(wishes, { sizes });
		return [offers.size, fitted];
	};

	it('is chosen where a page would be cut off, offered where one could be larger, and else not spoken of', () => {
		expect([seen([a4, a3]), seen([a4, a5]), seen([a4, lying])]).toStrictEqual([
			[true, true],
			[true, false],
			[false, false]
		]);
	});

	it('follows the customer, and only the pages that are printed', () => {
		expect([
			seen([a4, a3], { size: 'real' }),
			seen([a4, a5], { size: 'fit' }),
			seen([a4, a3], { pages: 'some', written: '1' })
		]).toStrictEqual([
			[true, false],
			[true, true],
			[false, false]
		]);
	});

	it('is done without a word while nobody knows how large the pages are', () => {
		expect(seen(null)).toStrictEqual([false, true]);
	});
});

describe('a limit', () => {
	it('stops the number of copies where it is reached', () => {
		const of = (
			copies: number,
			limits: typeof noLimits | { sidesLeft: number | null; copiesPerPrint: number | null }
		) => {
			const { oneMore, isAllowed, copiesAtOnce } = plan({ copies }, { limits });
			return { oneMore, isAllowed, copiesAtOnce };
		};
		expect([
			of(2, { sidesLeft: 9, copiesPerPrint: 5 }),
			of(3, { sidesLeft: 9, copiesPerPrint: 5 }),
			of(4, { sidesLeft: 9, copiesPerPrint: 5 }),
			of(5, { sidesLeft: null, copiesPerPrint: 5 })
		]).toStrictEqual([
			{ oneMore: true, isAllowed: true, copiesAtOnce: 5 },
			{ oneMore: false, isAllowed: true, copiesAtOnce: 5 },
			{ oneMore: false, isAllowed: false, copiesAtOnce: 5 },
			{ oneMore: false, isAllowed: true, copiesAtOnce: 5 }
		]);
	});

	it('is never found out only after the press: what the plan allows, the session allows', () => {
		const maybe = fc.option(fc.integer({ min: 0, max: 60 }));
		const wishes = fc.record({ copies: fc.integer({ min: 1, max: 99 }), pages: fc.integer({ min: 1, max: 12 }) });
		fc.assert(
			fc.property(wishes, maybe, maybe, ({ copies, pages }, sidesLeft, atOnce) => {
				const copiesPerPrint = atOnce === null ? null : atOnce + 1;
				const sizes = Array.from({ length: pages }, () => a4);
				const planned = plan({ copies }, { sizes, limits: { sidesLeft, copiesPerPrint } });
				const limits = { sidesPerVisit: sidesLeft, copiesPerPrint };
				const fault = (more: number) =>
					printLimitFault(limits, 0, { pages, pageRanges: [], twoSided: false, copies: planned.copies + more });
				expect(planned.isAllowed).toBe(fault(0) === null);
				if (planned.oneMore) expect(fault(1)).toBe(null);
			})
		);
	});
});
