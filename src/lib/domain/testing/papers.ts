import { untouchedPage, type DocumentPaper, type PageFindings, type PaperPage, type ScannedPaper } from '../paper.ts';

/** An untouched page of A4 at 300 dpi. */
export const page = (id: string): PaperPage =>
	untouchedPage({
		id,
		mediaType: 'image/jpeg',
		widthPx: 2480,
		heightPx: 3508,
		resolutionDpi: 300,
		sizeBytes: 1_000_000,
		preset: 'text'
	});

/** A scan of such pages, named like its id. */
export const paper = (id: string, ...pageIds: readonly string[]): ScannedPaper => ({
	id,
	name: id,
	addedAt: 0,
	kind: 'pages',
	origin: 'scanned',
	pages: pageIds.map(page),
	compression: null,
	measuredBytes: null
});

export const document = (id: string): DocumentPaper => ({
	id,
	name: id,
	addedAt: 0,
	kind: 'document',
	origin: 'downloaded',
	mediaType: 'application/pdf',
	sizeBytes: 100_000,
	pageCount: 3
});

export const findings: PageFindings = {
	maybeEmpty: false,
	leaningDegrees: 1.5,
	paperBox: { left: 0.1, top: 0.1, width: 0.8, height: 0.8 },
	bilevelBytes: 40_000
};
