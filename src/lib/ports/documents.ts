import type { DocumentMediaType } from '../domain/file-name.ts';
import type { Rotation } from '../domain/paper.ts';
import type { Result } from '../domain/result.ts';

/** Why a document cannot be used. `damaged` is also a PDF that asks for a password. */
export type DocumentFault = 'refused-type' | 'damaged' | 'too-big';

/** What a document is, found from its bytes. */
export interface DocumentFacts {
	readonly mediaType: DocumentMediaType;
	readonly pageCount: number;
}

/** One page image: a JPEG, and how large it is on paper. */
export interface PageImage {
	readonly bytes: Uint8Array;
	readonly widthPx: number;
	readonly heightPx: number;
	readonly resolutionDpi: number;
	/** Clockwise; set on the page, never applied to the bytes. */
	readonly rotation: Rotation;
}

export interface PdfOptions {
	readonly title: string;
	/** BCP 47, for whoever reads the document aloud. */
	readonly language: string;
	/** When the paper came to be; the same paper always makes the same bytes. */
	readonly createdAt: Date;
}

/** What can be done with the bytes of documents. Keeps nothing; hostile bytes end as a fault. */
export interface Documents {
	/** Tells PDF, JPEG and PNG by their bytes and whether they can be read; everything else is `refused-type`. */
	inspect(bytes: Uint8Array, signal: AbortSignal): Promise<Result<DocumentFacts, DocumentFault>>;
	/** Whether these bytes begin as a JPEG with a size; a look at the header only. */
	isJpeg(bytes: Uint8Array): boolean;
	/** A PDF of page images, their bytes untouched inside. */
	pagesToPdf(pages: readonly PageImage[], options: PdfOptions): Promise<Uint8Array>;
	/** A JPEG or PNG as a PDF of one upright page, no larger than A4. */
	imageToPdf(bytes: Uint8Array, options: PdfOptions): Promise<Result<Uint8Array, DocumentFault>>;
	/** A small JPEG of an image, turned; `null`: turned upright as its EXIF says. */
	imageThumbnail(bytes: Uint8Array, rotation: Rotation | null): Promise<Result<Uint8Array, DocumentFault>>;
	/** A small JPEG of a page of a PDF, counted from 0. */
	pdfThumbnail(bytes: Uint8Array, pageIndex: number, signal: AbortSignal): Promise<Result<Uint8Array, DocumentFault>>;
}
