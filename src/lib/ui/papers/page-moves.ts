import type { PaperPage } from '../../domain/paper.ts';

/** Where a page goes, and from which number to which; removed pages have none and are not counted. */
export interface PageMove {
	readonly pageId: string;
	/** The page that it comes before; null: last. */
	readonly before: string | null;
	readonly from: number;
	readonly to: number;
}

const idOf = ({ image }: PaperPage): string => image.id;
const seen = (pages: readonly PaperPage[]) => pages.filter(({ removed }) => !removed);

/** The numbers of the pages that are not removed, by their ids, from 1. */
export const pageNumbers = (pages: readonly PaperPage[]): ReadonlyMap<string, number> =>
	new Map(seen(pages).map((page, index) => [idOf(page), index + 1]));

/** One place earlier or later among the pages that are not removed; null where it is first or last already. */
export function stepMove(pages: readonly PaperPage[], pageId: string, by: 1 | -1): PageMove | null {
	const from = pageNumbers(pages).get(pageId);
	const other = from === undefined ? undefined : seen(pages)[from - 1 + by];
	if (from === undefined || other === undefined) return null;
	const after = pages[pages.indexOf(other) + 1];
	const before = by === -1 ? other : after;
	return { pageId, before: before ? idOf(before) : null, from, to: from + by };
}

/** A page that is let go before another one (null: last); null where it stays where it is. */
export function dropMove(pages: readonly PaperPage[], pageId: string, before: string | null): PageMove | null {
	const at = pages.findIndex((page) => idOf(page) === pageId);
	const others = pages.toSpliced(at, 1);
	const target = before === null ? others.length : others.findIndex((page) => idOf(page) === before);
	if (at === -1 || target === -1 || target === at) return null;
	const place = (index: number) => seen(others.slice(0, index)).length + 1;
	return { pageId, before, from: place(at), to: place(target) };
}
