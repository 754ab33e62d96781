import { failed, ok, type Result } from '../result.ts';

/** Inclusive, counted from 1, as IPP `page-ranges` (RFC 8011 §5.2.7). */
export interface PageRange {
	readonly from: number;
	readonly to: number;
}

/** What is wrong with the pages that a person typed; `part` is the piece of it that is meant, as it was typed. */
export type PageRangeFault =
	| { readonly why: 'nothing-typed' }
	| { readonly why: 'not-understood'; readonly part: string }
	/** `5-3`. */
	| { readonly why: 'backwards'; readonly part: string }
	/** Page 0, or one behind the last. */
	| { readonly why: 'no-such-page'; readonly part: string; readonly page: number };

/** One page, `1-3`, `3-` (to the end) or `-3` (from the start), with any of the dashes that keyboards and word processors write. */
const written = /^(\d{0,6})(?:\s*([-‐‑‒–—−])\s*(\d{0,6}))?$/;

const readPart = (part: string, pages: number): Result<PageRange, PageRangeFault> => {
	const [, first = '', dash, last = ''] = written.exec(part) ?? [];
	if (first === '' && last === '') return failed({ why: 'not-understood', part });
	const from = first === '' ? 1 : Number(first);
	const to = dash === undefined ? from : last === '' ? pages : Number(last);
	const missing = [from, to].find((page) => page < 1 || page > pages);
	if (missing !== undefined) return failed({ why: 'no-such-page', part, page: missing });
	return to < from ? failed({ why: 'backwards', part }) : ok({ from, to });
};

/** The same pages, ascending and without overlap, as RFC 8011 §5.2.7 wants them. */
const inOrder = (ranges: readonly PageRange[]): PageRange[] =>
	ranges
		.toSorted((one, other) => one.from - other.from)
		.reduce<PageRange[]>((merged, range) => {
			const last = merged.at(-1);
			if (!last || range.from > last.to + 1) return [...merged, range];
			return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }];
		}, []);

/**
 * Reads the pages that a person typed for a document of `pages` pages: `1-3, 5`. The answer is ascending and without overlap,
 * since paper comes out in that order whatever was typed.
 */
export function parsePageRanges(text: string, pages: number): Result<PageRange[], PageRangeFault> {
	const parts = text
		.split(/[,;]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length === 0) return failed({ why: 'nothing-typed' });
	const ranges: PageRange[] = [];
	for (const part of parts) {
		const range = readPart(part, pages);
		if (!range.ok) return range;
		ranges.push(range.value);
	}
	return ok(inOrder(ranges));
}

/** The ranges as a person writes them: `1-3, 5`. */
export const writePageRanges = (ranges: readonly PageRange[]): string =>
	ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');

/** How many of a document's pages the ranges name; without a range, all of them. Ranges must not overlap. */
export const selectedPages = (pages: number, ranges: readonly PageRange[]): number =>
	ranges.length === 0
		? pages
		: ranges.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, pages) - from + 1), 0);
