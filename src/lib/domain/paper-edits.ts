import { cleanPaperName } from './file-name.ts';
import {
	visiblePageCount,
	type Compression,
	type Lightness,
	type PageFindings,
	type Paper,
	type PaperPage,
	type Rotation,
	type ScannedPaper
} from './paper.ts';
import { failed, ok, type Result } from './result.ts';

/** What a customer can change. None of it touches a byte that was scanned. */
export type PaperEdit =
	| { readonly type: 'rename'; readonly paperId: string; readonly name: string }
	/** Turns a page to this position, whatever it was before. */
	| { readonly type: 'rotate page'; readonly paperId: string; readonly pageId: string; readonly rotation: Rotation }
	| { readonly type: 'remove page'; readonly paperId: string; readonly pageId: string }
	| { readonly type: 'bring page back'; readonly paperId: string; readonly pageId: string }
	/** Puts a page before another one, or last. */
	| { readonly type: 'move page'; readonly paperId: string; readonly pageId: string; readonly before: string | null }
	| { readonly type: 'straighten page'; readonly paperId: string; readonly pageId: string; readonly on: boolean }
	| { readonly type: 'crop page'; readonly paperId: string; readonly pageId: string; readonly on: boolean }
	| { readonly type: 'lighten page'; readonly paperId: string; readonly pageId: string; readonly lightness: Lightness }
	/** The pages of `fromId` follow those of the paper, and `fromId` is gone. */
	| { readonly type: 'merge papers'; readonly paperId: string; readonly fromId: string }
	/** The page and those after it become a paper of their own. */
	| { readonly type: 'split paper'; readonly paperId: string; readonly pageId: string }
	/** Null: as good as it was scanned. */
	| { readonly type: 'compress paper'; readonly paperId: string; readonly compression: Compression | null }
	| { readonly type: 'remove paper'; readonly paperId: string };

/** Why nothing was changed. `not-pages`: the document came whole and stays so. */
export type PaperEditFault =
	'no-such-paper' | 'no-such-page' | 'not-pages' | 'name-not-allowed' | 'page-count-would-be-zero';

/** What the paper that a split makes is called. */
export type FreshPaper = Pick<ScannedPaper, 'id' | 'name' | 'addedAt'>;

/** The papers after an edit. Pure: what is already so stays the very same list, and what cannot be done changes nothing. */
export function applyEdit(
	papers: readonly Paper[],
	edit: PaperEdit,
	fresh: FreshPaper
): Result<readonly Paper[], PaperEditFault> {
	const paper = papers.find(({ id }) => id === edit.paperId);
	if (paper === undefined) return failed('no-such-paper');
	if (edit.type === 'remove paper') return ok(papers.filter((other) => other !== paper));
	if (edit.type === 'rename') {
		const name = cleanPaperName(edit.name);
		if (name === null) return failed('name-not-allowed');
		return ok(name === paper.name ? papers : replaced(papers, paper, [{ ...paper, name }]));
	}
	if (paper.kind !== 'pages') return failed('not-pages');
	if (edit.type === 'merge papers') return merged(papers, paper, edit.fromId);
	if (edit.type === 'compress paper') {
		const { compression } = edit;
		return ok(sameLoss(paper.compression, compression) ? papers : replaced(papers, paper, [{ ...paper, compression }]));
	}
	const at = paper.pages.findIndex(({ image }) => image.id === edit.pageId);
	const page = paper.pages[at];
	if (page === undefined) return failed('no-such-page');
	if (edit.type === 'split paper') return split(papers, paper, at, fresh);
	if (edit.type === 'move page') {
		const pages = moved(paper.pages, page, edit.before);
		if (pages === null) return failed('no-such-page');
		return ok(pages === paper.pages ? papers : replaced(papers, paper, [{ ...paper, pages }]));
	}
	const changed = changedPage(page, edit);
	if (changed === page) return ok(papers);
	const pages = paper.pages.with(at, changed);
	const after = edit.type === 'rotate page' ? { ...paper, pages } : withPages(paper, pages);
	return visiblePageCount(after) === 0 ? failed('page-count-would-be-zero') : ok(replaced(papers, paper, [after]));
}

/** What comes by itself: from the scanner, the portal, or a look at a page. No edit, and nothing that an undo may lose. */
export type PaperArrival =
	| { readonly type: 'paper'; readonly paper: Paper }
	/** Into the paper of that id, which is made anew where an undo has taken it away. */
	| { readonly type: 'page'; readonly into: FreshPaper; readonly page: PaperPage }
	/** The size of a PDF of exactly these pages, as good as they were scanned. */
	| {
			readonly type: 'measured';
			readonly paperId: string;
			readonly pages: readonly PaperPage[];
			readonly sizeBytes: number;
	  }
	| { readonly type: 'findings'; readonly pageId: string; readonly findings: PageFindings };

/** The papers after an arrival. */
export function arrive(papers: readonly Paper[], arrival: PaperArrival): readonly Paper[] {
	switch (arrival.type) {
		case 'paper':
			return [...papers, arrival.paper];
		case 'page': {
			const { into, page } = arrival;
			const paper = papers.find(({ id }) => id === into.id);
			return paper?.kind === 'pages'
				? replaced(papers, paper, [withPages(paper, [...paper.pages, page])])
				: [
						...papers,
						{ ...into, kind: 'pages', origin: 'scanned', pages: [page], compression: null, measuredBytes: null }
					];
		}
		case 'findings': {
			const { pageId, findings } = arrival;
			const found = (page: PaperPage) => (page.image.id === pageId ? { ...page, findings } : page);
			return papers.map((paper) =>
				paper.kind === 'pages' && paper.pages.some(({ image }) => image.id === pageId)
					? { ...paper, pages: paper.pages.map(found), measuredBytes: null }
					: paper
			);
		}
		case 'measured': {
			const { paperId, pages, sizeBytes } = arrival;
			return papers.map((paper) =>
				paper.id === paperId && paper.kind === 'pages' && paper.pages === pages
					? { ...paper, measuredBytes: sizeBytes }
					: paper
			);
		}
	}
}

type PageEdit = Extract<
	PaperEdit,
	{ type: 'rotate page' | 'remove page' | 'bring page back' | 'straighten page' | 'crop page' | 'lighten page' }
>;

function changedPage(page: PaperPage, edit: PageEdit): PaperPage {
	switch (edit.type) {
		case 'rotate page':
			return page.rotation === edit.rotation ? page : { ...page, rotation: edit.rotation };
		case 'remove page':
			return page.removed ? page : { ...page, removed: true };
		case 'bring page back':
			return page.removed ? { ...page, removed: false } : page;
		case 'straighten page':
			return page.straightened === edit.on ? page : { ...page, straightened: edit.on };
		case 'crop page':
			return page.cropped === edit.on ? page : { ...page, cropped: edit.on };
		case 'lighten page':
			return page.lightness === edit.lightness ? page : { ...page, lightness: edit.lightness };
	}
}

const sameLoss = (one: Compression | null, other: Compression | null): boolean =>
	one === other ||
	(one !== null &&
		other !== null &&
		one.maxDpi === other.maxDpi &&
		one.quality === other.quality &&
		one.grey === other.grey &&
		one.sizeBytes === other.sizeBytes);

/** Other pages have another size: a paper that was made to fit is as good as scanned again. */
const withPages = (paper: ScannedPaper, pages: readonly PaperPage[]): ScannedPaper => ({
	...paper,
	pages,
	compression: null,
	measuredBytes: null
});

function moved(pages: readonly PaperPage[], page: PaperPage, before: string | null): readonly PaperPage[] | null {
	const follower = pages[pages.indexOf(page) + 1]?.image.id ?? null;
	if (before === page.image.id || before === follower) return pages;
	const others = pages.filter((other) => other !== page);
	const at = before === null ? others.length : others.findIndex(({ image }) => image.id === before);
	return at === -1 ? null : others.toSpliced(at, 0, page);
}

/** A scan that has no page yet is left alone: its pages are still on their way to it. */
function merged(
	papers: readonly Paper[],
	paper: ScannedPaper,
	fromId: string
): Result<readonly Paper[], PaperEditFault> {
	const from = papers.find(({ id }) => id === fromId);
	if (from === undefined || from === paper) return failed('no-such-paper');
	if (from.kind !== 'pages') return failed('not-pages');
	if (visiblePageCount(paper) === 0 || visiblePageCount(from) === 0) return failed('page-count-would-be-zero');
	const whole = withPages(paper, [...paper.pages, ...from.pages]);
	return ok(replaced(papers, paper, [whole]).filter((other) => other !== from));
}

/** Each half keeps a page that is seen. */
function split(
	papers: readonly Paper[],
	paper: ScannedPaper,
	at: number,
	fresh: FreshPaper
): Result<readonly Paper[], PaperEditFault> {
	const first = withPages(paper, paper.pages.slice(0, at));
	const second = withPages({ ...paper, ...fresh }, paper.pages.slice(at));
	return visiblePageCount(first) === 0 || visiblePageCount(second) === 0
		? failed('page-count-would-be-zero')
		: ok(replaced(papers, paper, [first, second]));
}

const replaced = (papers: readonly Paper[], paper: Paper, by: readonly Paper[]): readonly Paper[] =>
	papers.flatMap((other) => (other === paper ? by : [other]));
