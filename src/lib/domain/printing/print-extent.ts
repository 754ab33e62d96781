import { selectedPages, type PageRange } from './page-ranges.ts';

/** What decides how much paper a print takes. */
export interface PrintWish {
	/** Of the document. */
	readonly pages: number;
	/** Empty: all pages. */
	readonly pageRanges: readonly PageRange[];
	readonly copies: number;
	readonly twoSided: boolean;
}

export interface PrintExtent {
	/** Printed sides, of all copies together. */
	readonly impressions: number;
	/** Sheets of paper, of all copies together. */
	readonly sheets: number;
}

/** How much comes out. Copies are collated, and each begins on a sheet of its own. */
export function printExtent({ pages, pageRanges, copies, twoSided }: PrintWish): PrintExtent {
	const ofOneCopy = selectedPages(pages, pageRanges);
	return { impressions: ofOneCopy * copies, sheets: Math.ceil(ofOneCopy / (twoSided ? 2 : 1)) * copies };
}
