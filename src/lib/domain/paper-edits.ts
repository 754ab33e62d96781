import { visiblePageCount, type PaperPage, type Rotation, type ScannedPaper } from './paper.ts';
import { failed, ok, type Result } from './result.ts';

/** Why a page was not changed. */
export type PageEditFault = 'not-found' | 'page-count-would-be-zero';

/** Turns a page to this position, whatever it was before. */
export const rotatePage = (
	paper: ScannedPaper,
	pageId: string,
	rotation: Rotation
): Result<ScannedPaper, PageEditFault> => changePage(paper, pageId, (page) => ({ ...page, rotation }));

/** Takes a page out of sight, or back in. A paper keeps at least one visible page; what is already so stays as it is. */
export function setPageRemoved(
	paper: ScannedPaper,
	pageId: string,
	removed: boolean
): Result<ScannedPaper, PageEditFault> {
	const changed = changePage(paper, pageId, (page) => ({ ...page, removed }));
	if (changed.ok && removed && visiblePageCount(changed.value) === 0) return failed('page-count-would-be-zero');
	return changed;
}

function changePage(
	paper: ScannedPaper,
	pageId: string,
	change: (page: PaperPage) => PaperPage
): Result<ScannedPaper, PageEditFault> {
	if (!paper.pages.some((page) => page.image.id === pageId)) return failed('not-found');
	return ok({ ...paper, pages: paper.pages.map((page) => (page.image.id === pageId ? change(page) : page)) });
}
