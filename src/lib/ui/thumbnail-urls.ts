import type { Paper } from '../domain/paper.ts';

/** Addresses of the small pictures of a paper's visible pages; an edit gives a new address, so no stale picture is shown. */
export function thumbnailUrls(paper: Paper): readonly string[] {
	const address = (index: number) => `/api/papers/${paper.id}/thumbnails/${index}`;
	if (paper.kind === 'document') return Array.from({ length: paper.pageCount }, (_, index) => address(index));
	return paper.pages
		.filter((page) => !page.removed)
		.map((page, index) => `${address(index)}?of=${page.image.id}-${page.rotation}`);
}

/** The paper as a PDF; the address changes with each edit. */
export function pdfUrl(paper: Paper): string {
	const address = `/api/papers/${paper.id}/pdf`;
	if (paper.kind === 'document') return address;
	const edits = paper.pages.filter((page) => !page.removed).map((page) => `${page.image.id}-${page.rotation}`);
	return `${address}?of=${edits.join('.')}`;
}
