import type { PageSize } from './fit-to-a4.ts';

export type PageOrientation = 'portrait' | 'landscape';

/** How the pages lie: as most of them do; upright when as many lie as stand. */
export const orientationOf = (pages: readonly PageSize[]): PageOrientation =>
	pages.filter(({ width, height }) => width > height).length * 2 > pages.length ? 'landscape' : 'portrait';

/** IPP `sides` so that pages are turned as in a book: over the long edge of a standing page, over the short edge of a lying one. */
export const sidesFor = (
	twoSided: boolean,
	orientation: PageOrientation
): 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge' => {
	if (!twoSided) return 'one-sided';
	return orientation === 'landscape' ? 'two-sided-short-edge' : 'two-sided-long-edge';
};
