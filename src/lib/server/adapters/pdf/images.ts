import type { OutputInfo, Sharp } from 'sharp';
import type { Rotation } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { DocumentFault, PageLook, PagePicture, PdfOptions } from '../../../ports/documents.ts';
import { group4Tiff } from './group4.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { isEdited, pixelBox, withLook } from './look.ts';
import { pagesToPdf } from './pages-to-pdf.ts';

const a4Inches = { shortSide: 8.27, longSide: 11.69 };
/** Smaller pictures are not blown up beyond what a screen shows (CSS pixels). */
const lowestDpi = 96;
/** So that a picture as wide as a wall stays a thumbnail. */
export const thumbnailWidthPx = 1200;
const decodeSeconds = 10;

/** How EXIF's orientations without a mirror turn a picture (CIPA DC-008 4.6.4 A). */
const exifRotations: Readonly<Record<number, Rotation>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/** The size that a picture says it has; nothing is decoded. `null` where it cannot be read. */
export async function imageSize(bytes: Uint8Array): Promise<{ widthPx: number; heightPx: number } | null> {
	const metadata = await (await image(bytes)).metadata().catch(() => null);
	return metadata === null ? null : { widthPx: metadata.width, heightPx: metadata.height };
}

/** A small JPEG of a picture as it is to look, or upright as its EXIF says (`null`). Runs on threads of libvips. */
export async function imageThumbnail(
	bytes: Uint8Array,
	look: PageLook | null,
	heightPx: number
): Promise<Result<Uint8Array, DocumentFault>> {
	try {
		const touched = look !== null && (look.rotation !== 0 || isEdited(look));
		const small = touched ? await smallWithLook(bytes, look, heightPx) : await image(bytes);
		const turned = look === null ? small.autoOrient() : small.rotate(look.rotation);
		const thumbnail = await turned
			.resize({ height: heightPx, width: thumbnailWidthPx, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.jpeg({ quality: 80 })
			.toBuffer();
		return ok(thumbnail);
	} catch {
		return failed('damaged');
	}
}

/** The whole picture is made small while it is decoded, which is quick, before anything is cut from it. */
async function smallWithLook(bytes: Uint8Array, look: PageLook, heightPx: number): Promise<Sharp> {
	const { width: wholeWidth, height: wholeHeight } = await (await image(bytes)).metadata();
	const crop = look.crop ?? { width: 1, height: 1 };
	const shown = { width: wholeWidth * crop.width, height: wholeHeight * crop.height };
	const upright = look.rotation % 180 === 0;
	const most = upright ? { width: thumbnailWidthPx, height: heightPx } : { width: heightPx, height: thumbnailWidthPx };
	// Half as fine again as it will be, so that turning it by a little leaves its print sharp.
	const scale = Math.min(1, (1.5 * most.width) / shown.width, (1.5 * most.height) / shown.height);
	const whole = await (
		await image(bytes)
	)
		.resize(Math.max(1, Math.round(wholeWidth * scale)), Math.max(1, Math.round(wholeHeight * scale)), { fit: 'fill' })
		.raw()
		.toBuffer({ resolveWithObject: true });
	const cut = pixelBox(look.crop, whole.info.width, whole.info.height);
	const cutOut = withLook(await fromRaw(whole), cut, cut, look);
	return fromRaw(await cutOut.raw().toBuffer({ resolveWithObject: true }));
}

/** A picture as a PDF of one page that fits A4. A JPEG that only needs a turn keeps its bytes; other pictures become a JPEG. */
export async function imageToPdf(bytes: Uint8Array, options: PdfOptions): Promise<Result<Uint8Array, DocumentFault>> {
	const header = readJpegHeader(bytes);
	const metadata = await (await image(bytes)).metadata().catch(() => null);
	if (metadata === null) return failed('damaged');
	const rotation = exifRotations[metadata.orientation ?? 1];
	if (header !== null && rotation !== undefined) return ok(await onePage(bytes, header, rotation, options));
	const encoded = await (
		await image(bytes)
	)
		.autoOrient()
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
		.toBuffer({ resolveWithObject: true })
		.catch(() => null);
	if (encoded === null) return failed('damaged');
	const { width: widthPx, height: heightPx } = encoded.info;
	return ok(await onePage(encoded.data, { widthPx, heightPx }, 0, options));
}

function onePage(
	bytes: Uint8Array,
	{ widthPx, heightPx }: { widthPx: number; heightPx: number },
	rotation: Rotation,
	options: PdfOptions
): Promise<Uint8Array> {
	const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
	const resolutionDpi = Math.max(lowestDpi, short / a4Inches.shortSide, long / a4Inches.longSide);
	const picture = { kind: 'jpeg' as const, bytes, widthPx, heightPx, resolutionDpi };
	return Array.fromAsync(pagesToPdf([{ picture, rotation, words: [] }], options)).then((parts) => Buffer.concat(parts));
}

async function image(bytes: Uint8Array) {
	const { default: sharp } = await import('sharp');
	// What libvips remembers of one customer's pictures must not be there for the next.
	sharp.cache(false);
	return sharp(bytes, { failOn: 'error' }).timeout({ seconds: decodeSeconds });
}

async function fromRaw({ data, info }: { data: Uint8Array; info: OutputInfo }) {
	const { default: sharp } = await import('sharp');
	return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** The picture of a scanned page, of either kind. */
export const openPicture = (page: PagePicture) => image(page.kind === 'jpeg' ? page.bytes : group4Tiff(page));
