import type { Compression } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { DocumentFault, PageLook, PagePicture } from '../../../ports/documents.ts';
import { toGroup4 } from './group4.ts';
import { openPicture } from './images.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { isEdited, pixelBox, withLook } from './look.ts';

type Wish = Omit<Compression, 'sizeBytes'>;

/** Of a page that is drawn anew and need not be small. */
const goodQuality = 90;
const middleGrey = 128;

/**
 * The page as it is to look. A page that nothing is to be done with is `page` itself, and so is one that compression would make
 * larger. One in black and white stays so, and as fine as it is, where that is not larger than the JPEG that compression allows.
 */
export async function draw(
	page: PagePicture,
	look: PageLook,
	compression: Wish | null
): Promise<Result<PagePicture, DocumentFault>> {
	const edited = isEdited(look);
	if (!edited && compression === null) return ok(page);
	try {
		if (page.kind === 'jpeg') {
			const drawn = await asJpeg(page, look, compression);
			return ok(!edited && drawn.bytes.length >= page.bytes.length ? page : drawn);
		}
		const blackAndWhite = edited ? await asGroup4(page, look) : page;
		if (compression === null) return ok(blackAndWhite);
		const jpeg = await asJpeg(page, look, compression);
		return ok(jpeg.bytes.length < blackAndWhite.bytes.length ? jpeg : blackAndWhite);
	} catch {
		return failed('damaged');
	}
}

const cutOf = (page: PagePicture, look: PageLook) =>
	look.crop === null ? null : pixelBox(look.crop, page.widthPx, page.heightPx);

async function asJpeg(page: PagePicture, look: PageLook, compression: Wish | null): Promise<PagePicture> {
	const cut = cutOf(page, look);
	const resolutionDpi = Math.min(page.resolutionDpi, compression?.maxDpi ?? Infinity);
	const inPixels = (length: number) => Math.max(1, Math.round((length * resolutionDpi) / page.resolutionDpi));
	const size = { width: inPixels(cut?.width ?? page.widthPx), height: inPixels(cut?.height ?? page.heightPx) };
	const grey = compression?.grey === true || page.kind === 'bilevel' || readJpegHeader(page.bytes)?.components === 1;
	const { data, info } = await withLook(await openPicture(page), cut, size, look)
		.toColourspace(grey ? 'b-w' : 'srgb')
		.jpeg({ quality: compression?.quality ?? goodQuality })
		.toBuffer({ resolveWithObject: true });
	return { kind: 'jpeg', bytes: data, widthPx: info.width, heightPx: info.height, resolutionDpi };
}

async function asGroup4(page: PagePicture, look: PageLook): Promise<PagePicture> {
	const cut = cutOf(page, look);
	const size = { width: cut?.width ?? page.widthPx, height: cut?.height ?? page.heightPx };
	// Paper and print have no shades that could be made lighter.
	const picture = withLook(await openPicture(page), cut, size, { ...look, lightness: 0 }).toColourspace('b-w');
	return toGroup4(picture, middleGrey, page.resolutionDpi);
}
