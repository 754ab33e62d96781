/** Where a paper came from. */
export type PaperOrigin = 'scanned' | 'downloaded' | 'captured';

/** Clockwise turn of a page as the customer sees it, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** A page image exactly as the scanner gave it; `bytes` live in the tray, never here. */
export interface ScannedPageFacts {
	readonly id: string;
	readonly mediaType: 'image/jpeg';
	readonly widthPx: number;
	readonly heightPx: number;
	/** Dots per inch; the page size on paper follows from it. */
	readonly resolutionDpi: number;
}

/** One page in a paper: the untouched image and what the customer changed, never applied to the bytes. */
export interface PaperPage {
	readonly image: ScannedPageFacts;
	readonly rotation: Rotation;
	readonly removed: boolean;
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

/** How many pages the customer sees in a paper. */
export const visiblePageCount = (paper: Paper): number =>
	paper.kind === 'document' ? paper.pageCount : paper.pages.filter((page) => !page.removed).length;
