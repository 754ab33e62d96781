import type { PageRange } from '../../domain/printing/page-ranges.ts';

/** One side of a sheet as it comes out of the printer. */
export interface SheetSide {
	/** Counted from 1, of one copy. */
	readonly sheet: number;
	/** Null where sheets are printed on one side only. */
	readonly side: 'front' | 'back' | null;
	/** The page that is printed on it, counted from 1; null: nothing. */
	readonly page: number | null;
}

/** The pages that the ranges name, in order; without a range, all of them. */
export const pagesIn = (ranges: readonly PageRange[], pages: number): readonly number[] =>
	(ranges.length === 0 ? [{ from: 1, to: pages }] : ranges).flatMap(({ from, to }) =>
		Array.from({ length: to - from + 1 }, (_, index) => from + index)
	);

/** Every side of every sheet of one copy, as a hand turns them over; the back of the last sheet too when it stays empty. */
export function sheetSides(pages: readonly number[], twoSided: boolean): readonly SheetSide[] {
	if (!twoSided) return pages.map((page, index) => ({ sheet: index + 1, side: null, page }));
	return Array.from({ length: Math.ceil(pages.length / 2) * 2 }, (_, index) => ({
		sheet: Math.floor(index / 2) + 1,
		side: index % 2 === 0 ? 'front' : 'back',
		page: pages[index] ?? null
	}));
}
