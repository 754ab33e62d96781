import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageRanges, selectedPages, writePageRanges, type PageRange } from './page-ranges.ts';

const pagesIn = (ranges: readonly PageRange[]) =>
	ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

const anyRange = (pages: number) =>
	fc
		.tuple(fc.integer({ min: 1, max: pages }), fc.integer({ min: 1, max: pages }))
		.map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const anyTyped = fc
	.integer({ min: 1, max: 60 })
	.chain((pages) =>
		fc.record({ pages: fc.constant(pages), ranges: fc.array(anyRange(pages), { minLength: 1, maxLength: 6 }) })
	);

describe('the pages that a person types', () => {
	it.each([
		['3', [{ from: 3, to: 3 }]],
		['1-3, 5', [{ from: 1, to: 3 }, { from: 5, to: 5 }]], // prettier-ignore
		[' 1 – 3 ;5 ', [{ from: 1, to: 3 }, { from: 5, to: 5 }]], // prettier-ignore
		['8-', [{ from: 8, to: 9 }]],
		['-2', [{ from: 1, to: 2 }]],
		['5,1-3,4', [{ from: 1, to: 5 }]],
		['2,2,2,', [{ from: 2, to: 2 }]]
	])('%j of nine pages is understood', (text, ranges) => {
		expect(parsePageRanges(text, 9)).toStrictEqual({ ok: true, value: ranges });
	});

	it.each([
		['', { why: 'nothing-typed' }],
		[' , ', { why: 'nothing-typed' }],
		['kaikki', { why: 'not-understood', part: 'kaikki' }],
		['1-2-3', { why: 'not-understood', part: '1-2-3' }],
		['1 2', { why: 'not-understood', part: '1 2' }],
		['-', { why: 'not-understood', part: '-' }],
		['1, 5-3', { why: 'backwards', part: '5-3' }],
		['0', { why: 'no-such-page', part: '0', page: 0 }],
		['1,4-12', { why: 'no-such-page', part: '4-12', page: 12 }],
		['12-', { why: 'no-such-page', part: '12-', page: 12 }]
	])('%j of nine pages is refused with the part that is wrong', (text, fault) => {
		expect(parsePageRanges(text, 9)).toStrictEqual({ ok: false, fault });
	});

	it('come out as the same pages, once each and ascending, however they were typed', () => {
		fc.assert(
			fc.property(anyTyped, ({ pages, ranges }) => {
				const parsed = parsePageRanges(writePageRanges(ranges), pages);
				const wanted = [...new Set(pagesIn(ranges))].toSorted((one, other) => one - other);
				expect(parsed.ok && pagesIn(parsed.value)).toStrictEqual(wanted);
				expect(parsed.ok && selectedPages(pages, parsed.value)).toBe(wanted.length);
			})
		);
	});

	it('give an answer, never an exception, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 999 }), (text, pages) => {
				const parsed = parsePageRanges(text, pages);
				expect(
					parsed.ok ? pagesIn(parsed.value).every((page) => page >= 1 && page <= pages) : 'why' in parsed.fault
				).toBe(true);
			})
		);
	});
});
