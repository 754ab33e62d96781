import { visiblePages, type Paper, type PaperPage } from '../domain/paper.ts';

/** The address of a small picture of a page; an edit gives a new address, so no stale picture is shown. */
export const thumbnailUrl = (paperId: string, page: PaperPage): string =>
	`/api/papers/${paperId}/thumbnails/${page.image.id}?as=${lookOf(page)}`;

/** Addresses of the small pictures of a paper's visible pages. */
export function thumbnailUrls(paper: Paper): readonly string[] {
	if (paper.kind === 'pages') return visiblePages(paper).map((page) => thumbnailUrl(paper.id, page));
	return Array.from({ length: paper.pageCount }, (_, index) => `/api/papers/${paper.id}/thumbnails/${index}`);
}

/** The paper as a PDF; the address changes with each edit. */
export function pdfUrl(paper: Paper): string {
	const address = `/api/papers/${paper.id}/pdf`;
	if (paper.kind === 'document') return address;
	const pages = visiblePages(paper).map((page) => `${page.image.id}-${lookOf(page)}`);
	return `${address}?of=${digest([...pages, paper.compression?.sizeBytes ?? 0].join('.'))}`;
}

/** Short, whatever the number of pages: an address has its limit (FNV-1a, 32 bits). */
const digest = (text: string): string =>
	[...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(36);

const lookOf = ({ rotation, straightened, cropped, lightness }: PaperPage): string =>
	[rotation, Number(straightened), Number(cropped), lightness].join('-');
