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

/** The papers after an edit. Pure: what is already so stays as it is, and what cannot be done changes nothing. */
export function applyEdit(
	papers: readonly Paper[],
	edit: PaperEdit,
	fresh: FreshPaper
): Result<readonly Paper[], PaperEditFault> {
	const paper = papers.find(({ id }) => id === edit.paperId);
	if (paper === undefined) return failed('no-such-paper');
	if (edit.type === 'remove paper') return ok(papers.filter(({ id }) => id !== paper.id));
	if (edit.type === 'rename') {
		const name = cleanPaperName(edit.name);
		return name === null ? failed('name-not-allowed') : ok(replaced(papers, paper.id, [{ ...paper, name }]));
	}
	if (paper.kind !== 'pages') return failed('not-pages');
	if (edit.type === 'compress paper')
		return ok(replaced(papers, paper.id, [{ ...paper, compression: edit.compression }]));
	if (edit.type === 'merge papers') return merged(papers, paper, edit.fromId);
	const at = paper.pages.findIndex(({ image }) => image.id === edit.pageId);
	const page = paper.pages[at];
	if (page === undefined) return failed('no-such-page');
	if (edit.type === 'split paper') return split(papers, paper, at, fresh);
	const pages =
		edit.type === 'move page' ? moved(paper.pages, page, edit.before) : paper.pages.with(at, change(page, edit));
	if (pages === null) return failed('no-such-page');
	const sameSize = edit.type === 'move page' || edit.type === 'rotate page';
	const changed = sameSize ? { ...paper, pages } : withPages(paper, pages);
	return visiblePageCount(changed) === 0
		? failed('page-count-would-be-zero')
		: ok(replaced(papers, paper.id, [changed]));
}

/** What comes by itself: from the scanner, the portal, or a look at a page. No edit, and nothing that an undo may lose. */
export type PaperArrival =
	| { readonly type: 'paper'; readonly paper: Paper }
	/** Into the paper of that id, which is made anew where an undo has taken it away. */
	| { readonly type: 'page'; readonly into: FreshPaper; readonly page: PaperPage }
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
				? replaced(papers, paper.id, [withPages(paper, [...paper.pages, page])])
				: [...papers, { ...into, kind: 'pages', origin: 'scanned', pages: [page], compression: null }];
		}
		case 'findings': {
			const { pageId, findings } = arrival;
			const found = (page: PaperPage) => (page.image.id === pageId ? { ...page, findings } : page);
			return papers.map((paper) =>
				paper.kind === 'pages' && paper.pages.some(({ image }) => image.id === pageId)
					? { ...paper, pages: paper.pages.map(found) }
					: paper
			);
		}
	}
}

type PageEdit = Extract<
	PaperEdit,
	{ type: 'rotate page' | 'remove page' | 'bring page back' | 'straighten page' | 'crop page' | 'lighten page' }
>;

function change(page: PaperPage, edit: PageEdit): PaperPage {
	switch (edit.type) {
		case 'rotate page':
			return { ...page, rotation: edit.rotation };
		case 'remove page':
			return { ...page, removed: true };
		case 'bring page back':
			return { ...page, removed: false };
		case 'straighten page':
			return { ...page, straightened: edit.on };
		case 'crop page':
			return { ...page, cropped: edit.on };
		case 'lighten page':
			return { ...page, lightness: edit.lightness };
	}
}

/** Other pages have another size: a paper that was made to fit is as good as scanned again. */
const withPages = (paper: ScannedPaper, pages: readonly PaperPage[]): ScannedPaper => ({
	...paper,
	pages,
	compression: null
});

function moved(pages: readonly PaperPage[], page: PaperPage, before: string | null): readonly PaperPage[] | null {
	if (before === page.image.id) return pages;
	const others = pages.filter((other) => other !== page);
	const at = before === null ? others.length : others.findIndex(({ image }) => image.id === before);
	return at === -1 ? null : others.toSpliced(at, 0, page);
}

function merged(
	papers: readonly Paper[],
	paper: ScannedPaper,
	fromId: string
): Result<readonly Paper[], PaperEditFault> {
	const from = papers.find(({ id }) => id === fromId);
	if (from === undefined || from === paper) return failed('no-such-paper');
	if (from.kind !== 'pages') return failed('not-pages');
	const whole = withPages(paper, [...paper.pages, ...from.pages]);
	return ok(replaced(papers, paper.id, [whole]).filter(({ id }) => id !== fromId));
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
		: ok(replaced(papers, paper.id, [first, second]));
}

const replaced = (papers: readonly Paper[], paperId: string, by: readonly Paper[]): readonly Paper[] =>
	papers.flatMap((paper) => (paper.id === paperId ? by : [paper]));
