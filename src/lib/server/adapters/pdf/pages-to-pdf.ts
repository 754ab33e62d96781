import type { PagePicture, PdfOptions, PdfPage } from '../../../ports/documents.ts';
import { writeArchiveMarks } from './archive-marks.ts';
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts';
import { PdfFile } from './pdf-file.ts';
import { textLayer, textLayerFont } from './text-layer.ts';

const pointsPerInch = 72;
/** The sides that a page of PDF/A may have, in points (ISO 19005-2 6.1.13). */
const pageSide = { least: 3, most: 14_400 };

/**
 * Makes a PDF/A-2b with one page for each picture, as large as its pixels are at its resolution. JPEGs lie inside byte for byte
 * (DCTDecode, ISO 32000-1 7.4.8), black and white ones too (CCITTFaxDecode, 7.4.6); only a JPEG that a PDF cannot carry everywhere
 * (CMYK, 12 bits, arithmetic coding) is encoded anew. Each page is given out before the next is asked for. The same pages and
 * options always make the same bytes. Throws TypeError for no pages or for bytes that are no JPEG.
 */
export async function* pagesToPdf(
	pages: AsyncIterable<PdfPage> | Iterable<PdfPage>,
	options: PdfOptions
): AsyncGenerator<Uint8Array> {
	const file = new PdfFile();
	const [catalog, tree, font] = [file.reserve(), file.reserve(), file.reserve()];
	const { info, catalogEntries } = await writeArchiveMarks(file, options);
	file.object(catalog, `<</Type/Catalog/Pages ${tree} 0 R${catalogEntries}>>`);
	file.object(font, textLayerFont);
	const kids: number[] = [];
	for await (const { picture, rotation, words } of pages) {
		const [leaf, content, image] = [file.reserve(), file.reserve(), file.reserve()];
		const pointsPerPixel = pointsPerInch / picture.resolutionDpi;
		const [width, height] = [inPoints(picture.widthPx * pointsPerPixel), inPoints(picture.heightPx * pointsPerPixel)];
		const text = textLayer(words, picture.heightPx, pointsPerPixel);
		file.object(
			leaf,
			`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotation}` +
				`/Resources<</XObject<</I ${image} 0 R>>${text === '' ? '' : `/Font<</T ${font} 0 R>>`}>>/Contents ${content} 0 R>>`
		);
		file.stream(content, '', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q${text}`));
		const { entries, bytes } = await imageStream(picture);
		file.stream(image, `/Type/XObject/Subtype/Image${entries}`, bytes);
		kids.push(leaf);
		yield* file.take();
	}
	if (kids.length === 0) throw new TypeError('a PDF needs at least one page');
	file.object(tree, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
	file.finish(catalog, info);
	yield* file.take();
}

async function imageStream(picture: PagePicture): Promise<{ entries: string; bytes: Uint8Array }> {
	if (picture.kind === 'bilevel') {
		const size = `/Width ${picture.widthPx}/Height ${picture.heightPx}`;
		// What is black in the code becomes 0, which DeviceGray shows black: BlackIs1 stays false.
		const coding = `/DecodeParms<</K -1/Columns ${picture.widthPx}/Rows ${picture.heightPx}>>`;
		const entries = `${size}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode${coding}`;
		return { entries, bytes: picture.bytes };
	}
	const { bytes, header } = await carriable(picture.bytes);
	const space = header.components === 1 ? 'DeviceGray' : 'DeviceRGB';
	const size = `/Width ${header.widthPx}/Height ${header.heightPx}`;
	return { entries: `${size}/BitsPerComponent 8/ColorSpace/${space}/Filter/DCTDecode`, bytes };
}

async function carriable(bytes: Uint8Array): Promise<{ bytes: Uint8Array; header: JpegHeader }> {
	const header = readJpegHeader(bytes);
	if (header === null) throw new TypeError('a page is no JPEG');
	if (header.huffman && header.bitsPerComponent === 8 && (header.components === 1 || header.components === 3)) {
		return { bytes, header };
	}
	const { default: sharp } = await import('sharp');
	const encoded = await sharp(bytes).toColourspace('srgb').jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
	return { bytes: encoded, header: { ...header, components: 3, bitsPerComponent: 8, huffman: true } };
}

const inPoints = (points: number): number =>
	Math.round(Math.min(pageSide.most, Math.max(pageSide.least, points)) * 1000) / 1000;
