import type { DocumentMediaType } from '../../../domain/file-name.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { DocumentFacts, DocumentFault, Documents } from '../../../ports/documents.ts';
import { draw } from './draw.ts';
import { examine } from './examine.ts';
import { imageSize, imageThumbnail, imageToPdf, thumbnailWidthPx } from './images.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { pageSizesIn } from './page-sizes.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import { popplerLimits, runPoppler, type PopplerLimits } from './poppler.ts';

export interface DocumentsOptions {
	readonly limits?: PopplerLimits;
	/** Pictures with more pixels are `too-big`; an A3 sheet at 600 dpi has 70 million. */
	readonly maxPixels?: number;
	readonly thumbnailHeightPx?: number;
}

/** Reads and makes documents: PDFs by poppler inside bubblewrap, pictures by libvips on its own threads. */
export function createDocuments(options: DocumentsOptions = {}): Documents {
	const { limits = popplerLimits, maxPixels = 100_000_000, thumbnailHeightPx = 400 } = options;
	const inspectPdf = async (bytes: Uint8Array, signal: AbortSignal): Promise<Result<DocumentFacts, DocumentFault>> => {
		const outcome = await runPoppler(['pdfinfo', '-'], bytes, limits, signal);
		if (outcome.ended !== 'exited') return failed('damaged');
		if (outcome.code !== 0)
			return failed(outcome.stderr.includes('Incorrect password') ? 'password-protected' : 'damaged');
		// A title may hold a line of its own that looks like this one; pdfinfo prints the count after all texts of the document.
		const count = [...outcome.stdout.toString('utf8').matchAll(/^Pages: +(\d+)$/gm)].at(-1)?.[1];
		const pageCount = Number(count ?? 0);
		return pageCount > 0 ? ok({ mediaType: 'application/pdf', pageCount }) : failed('damaged');
	};
	const inspectImage = async (
		bytes: Uint8Array,
		mediaType: DocumentMediaType
	): Promise<Result<DocumentFacts, DocumentFault>> => {
		const size = await imageSize(bytes);
		if (size === null) return failed('damaged');
		if (size.widthPx * size.heightPx > maxPixels) return failed('too-big');
		const decoded = await imageThumbnail(bytes, null, thumbnailHeightPx);
		return decoded.ok ? ok({ mediaType, pageCount: 1 }) : decoded;
	};
	return {
		async inspect(bytes, signal) {
			const mediaType = mediaTypeOf(bytes);
			if (mediaType === null) return failed('refused-type');
			return mediaType === 'application/pdf' ? inspectPdf(bytes, signal) : inspectImage(bytes, mediaType);
		},
		isJpeg: (bytes) => readJpegHeader(bytes) !== null,
		pagesToPdf,
		imageToPdf,
		examine,
		draw,
		imageThumbnail: (bytes, look) => imageThumbnail(bytes, look, thumbnailHeightPx),
		async pdfPageSizes(bytes, pageCount, signal) {
			const outcome = await runPoppler(['pdfinfo', '-f', '1', '-l', String(pageCount), '-'], bytes, limits, signal);
			const isRead = outcome.ended === 'exited' && outcome.code === 0;
			const sizes = isRead ? pageSizesIn(outcome.stdout.toString('utf8'), pageCount) : null;
			return sizes === null ? failed('damaged') : ok(sizes);
		},
		async pdfThumbnail(bytes, pageIndex, signal) {
			const page = String(pageIndex + 1);
			const size = ['-scale-to-x', '-1', '-scale-to-y', String(thumbnailHeightPx)];
			const outcome = await runPoppler(
				['pdftoppm', '-jpeg', '-jpegopt', 'quality=80', ...size, '-f', page, '-l', page, '-'],
				bytes,
				limits,
				signal
			);
			const drawn = outcome.ended === 'exited' && outcome.code === 0 ? outcome.stdout : nothing;
			const header = readJpegHeader(drawn);
			if (header === null) return failed('damaged');
			// poppler keeps the height and makes a page as wide as a street 57,600 pixels wide.
			return header.widthPx > thumbnailWidthPx ? imageThumbnail(drawn, null, thumbnailHeightPx) : ok(drawn);
		}
	};
}

const nothing = Buffer.alloc(0);

const signatures: readonly [DocumentMediaType, readonly number[]][] = [
	['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['image/jpeg', [0xff, 0xd8, 0xff]],
	['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]
];

/** Which of the three kinds of document begins with these bytes (ISO 32000-1 7.5.2, ITU-T T.81 B.1.1.3, PNG 5.2). */
const mediaTypeOf = (bytes: Uint8Array): DocumentMediaType | null =>
	signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
