import type { DocumentMediaType } from '../domain/file-name.ts';
import type { Compression, Lightness, PageBox, PageFindings, Rotation } from '../domain/paper.ts';
import type { PageSize } from '../domain/printing/fit-to-a4.ts';
import type { Result } from '../domain/result.ts';
import type { ScanPreset } from '../domain/scan-settings.ts';
import type { Word } from './text-reader.ts';

/** Why a document cannot be used. */
export type DocumentFault = 'refused-type' | 'damaged' | 'password-protected' | 'too-big';

/** What a document is, found from its bytes. */
export interface DocumentFacts {
	readonly mediaType: DocumentMediaType;
	readonly pageCount: number;
}

/** A picture of a page and how large it is on paper. */
export interface PagePicture {
	/** A JPEG; or, in black and white, one strip of ITU-T T.6 ("Group 4") data, black is 1. */
	readonly kind: 'jpeg' | 'bilevel';
	readonly bytes: Uint8Array;
	readonly widthPx: number;
	readonly heightPx: number;
	readonly resolutionDpi: number;
}

/** How a page is to look, as its paper says; never applied to the bytes of the scan. */
export interface PageLook {
	/** Clockwise. */
	readonly rotation: Rotation;
	/** Turned counter-clockwise by so many degrees; 0: not. */
	readonly straightenDegrees: number;
	readonly crop: PageBox | null;
	readonly lightness: Lightness;
}

/** A page of a PDF. */
export interface PdfPage {
	readonly picture: PagePicture;
	/** Clockwise; set on the page. */
	readonly rotation: Rotation;
	/** For screen readers and searching, in pixels of the picture; shown to nobody. */
	readonly words: readonly Word[];
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
	/** Looks at the picture of a scanned page. `bilevel`: the page in black and white, where that is smaller and shows all of it. */
	examine(
		page: PagePicture,
		preset: ScanPreset
	): Promise<Result<{ findings: PageFindings; bilevel: PagePicture | null }, DocumentFault>>;
	/**
	 * The page as it is to look, but for its rotation; not larger or better than the compression allows. Where nothing is to be
	 * done it is `page` itself, untouched.
	 */
	draw(
		page: PagePicture,
		look: PageLook,
		compression: Omit<Compression, 'sizeBytes'> | null
	): Promise<Result<PagePicture, DocumentFault>>;
	/**
	 * A PDF/A-2b of pages, their bytes untouched inside, in pieces as it grows: one page at a time is held in memory. Throws
	 * TypeError for no pages.
	 */
	pagesToPdf(pages: AsyncIterable<PdfPage> | Iterable<PdfPage>, options: PdfOptions): AsyncGenerator<Uint8Array>;
	/** A JPEG or PNG as a PDF of one upright page, no larger than A4. */
	imageToPdf(bytes: Uint8Array, options: PdfOptions): Promise<Result<Uint8Array, DocumentFault>>;
	/** A small JPEG of an image as it is to look; `null`: turned upright as its EXIF says. */
	imageThumbnail(bytes: Uint8Array, look: PageLook | null): Promise<Result<Uint8Array, DocumentFault>>;
	/** The sizes of the first `pageCount` pages of a PDF, turned as they are shown; `damaged` where one of them cannot be read. */
	pdfPageSizes(
		bytes: Uint8Array,
		pageCount: number,
		signal: AbortSignal
	): Promise<Result<readonly PageSize[], DocumentFault>>;
	/** A small JPEG of a page of a PDF, counted from 0. */
	pdfThumbnail(bytes: Uint8Array, pageIndex: number, signal: AbortSignal): Promise<Result<Uint8Array, DocumentFault>>;
}
