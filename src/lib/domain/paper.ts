import type { ScanPreset } from './scan-settings.ts';

/** Where a paper came from. */
export type PaperOrigin = 'scanned' | 'downloaded' | 'captured';

/** Clockwise turn of a page as the customer sees it, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** As scanned, lighter, or much lighter. */
export type Lightness = 0 | 1 | 2;

/** A page image exactly as the scanner gave it; `bytes` live in the tray, never here. */
export interface ScannedPageFacts {
	readonly id: string;
	readonly mediaType: 'image/jpeg';
	readonly widthPx: number;
	readonly heightPx: number;
	/** Dots per inch; the page size on paper follows from it. */
	readonly resolutionDpi: number;
	readonly sizeBytes: number;
	/** What the customer said that it is. */
	readonly preset: ScanPreset;
}

/** A part of a page image, in fractions of its width and height from the upper left, as it was scanned (not turned). */
export interface PageBox {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** What a look at the picture of a page found. */
export interface PageFindings {
	/** Nothing is to be seen on it. It is flagged, never dropped. */
	readonly maybeEmpty: boolean;
	/** How far its lines lean clockwise, in degrees; 0: straight, or it cannot be told. */
	readonly leaningDegrees: number;
	/** The paper within the picture; null: it fills the picture, or it cannot be told. */
	readonly paperBox: PageBox | null;
	/** How large the page is in black and white where that is smaller and shows all of it; else null. */
	readonly bilevelBytes: number | null;
}

/** One page in a paper: the untouched image and what the customer changed, never applied to the bytes. */
export interface PaperPage {
	readonly image: ScannedPageFacts;
	/** Null until it has been looked at. */
	readonly findings: PageFindings | null;
	readonly rotation: Rotation;
	readonly removed: boolean;
	/** Turned back by what it leans. */
	readonly straightened: boolean;
	/** Cut to the paper that was found. */
	readonly cropped: boolean;
	readonly lightness: Lightness;
}

/** A page as it was scanned. */
export const untouchedPage = (image: ScannedPageFacts): PaperPage => ({
	image,
	findings: null,
	rotation: 0,
	removed: false,
	straightened: false,
	cropped: false,
	lightness: 0
});

/** How the pages of a paper are made smaller so that it fits a portal, and how large it then is. */
export interface Compression {
	readonly maxDpi: number;
	/** JPEG quality, 1 to 100. */
	readonly quality: number;
	readonly grey: boolean;
	readonly sizeBytes: number;
}

interface PaperCommon {
	readonly id: string;
	/** "Paper 2" until the customer renames it; never taken from outside without a file-name check. */
	readonly name: string;
	/** Milliseconds since the epoch. */
	readonly addedAt: number;
}

/** A paper made of scanned pages; its PDF is made when it is needed. */
export interface ScannedPaper extends PaperCommon {
	readonly kind: 'pages';
	readonly origin: 'scanned';
	readonly pages: readonly PaperPage[];
	/** Null: as good as it was scanned. */
	readonly compression: Compression | null;
	/** How large its PDF was found to be; null: not known, or other than it was. */
	readonly measuredBytes: number | null;
}

/** A document that came whole: a download, or a portal page captured as a PDF. */
export interface DocumentPaper extends PaperCommon {
	readonly kind: 'document';
	readonly origin: 'downloaded' | 'captured';
	readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
	readonly sizeBytes: number;
	readonly pageCount: number;
}

/** Something that lies in the tray (My papers). */
export type Paper = ScannedPaper | DocumentPaper;

/** The pages of a scan that the customer has not removed, in order. */
export const visiblePages = (paper: ScannedPaper): readonly PaperPage[] => paper.pages.filter((page) => !page.removed);

/** How many pages the customer sees in a paper. */
export const visiblePageCount = (paper: Paper): number =>
	paper.kind === 'document' ? paper.pageCount : visiblePages(paper).length;

/** Whether the picture of a page changes by what the customer chose; its turn is only told to the reader. */
const isRedrawn = ({ findings, straightened, cropped, lightness }: PaperPage): boolean =>
	(straightened && findings !== null && findings.leaningDegrees !== 0) ||
	(cropped && findings !== null && findings.paperBox !== null) ||
	lightness !== 0;

/** How large a page is in black and white where it goes into the PDF so; null: it does not. */
export const bilevelBytes = (page: PaperPage): number | null =>
	isRedrawn(page) ? null : (page.findings?.bilevelBytes ?? null);

/** What a PDF needs at most beside its pictures, and for each of them. */
export const pdfFrameBytes = { file: 4000, page: 700 };

/** How large a paper is about as the file that a portal gets; made to fit, it is exact. */
export function expectedBytes(paper: Paper): number {
	if (paper.kind === 'document') return paper.sizeBytes;
	const known = paper.compression?.sizeBytes ?? paper.measuredBytes;
	if (known !== null) return known;
	const sizes = visiblePages(paper).map((page) => (bilevelBytes(page) ?? page.image.sizeBytes) + pdfFrameBytes.page);
	return sizes.reduce((sum, size) => sum + size, pdfFrameBytes.file);
}
