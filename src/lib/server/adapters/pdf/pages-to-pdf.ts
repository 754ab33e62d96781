import type { PdfOptions, PdfPage } from '../../../ports/documents.ts';
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts';

const pointsPerInch = 72;

/**
 * Makes a PDF 1.4 with one page for each image, as large as its pixels are at its resolution. The JPEGs lie inside byte for byte
 * (DCTDecode, ISO 32000-1 7.4.8); only one that a PDF cannot carry everywhere (CMYK, 12 bits, arithmetic coding) is encoded anew.
 * Needs memory for about one copy of all images. Throws TypeError for no pages or for bytes that are no JPEG.
 */
export async function* pagesToPdf(
	pages: AsyncIterable<PdfPage> | Iterable<PdfPage>,
	options: PdfOptions
): AsyncGenerator<Uint8Array> {
	const file = new PdfFile();
	const [catalog, tree, info] = [file.reserve(), file.reserve(), file.reserve()];
	const kids: number[] = [];
	for await (const { picture: page, rotation } of pages) {
		const { bytes, header } = await carriable(page.bytes);
		const [leaf, content, image] = [file.reserve(), file.reserve(), file.reserve()];
		const width = inPoints(page.widthPx, page.resolutionDpi);
		const height = inPoints(page.heightPx, page.resolutionDpi);
		file.object(
			leaf,
			`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotation}` +
				`/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${content} 0 R>>`
		);
		file.stream(content, '', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`));
		file.stream(
			image,
			`/Type/XObject/Subtype/Image/Width ${header.widthPx}/Height ${header.heightPx}/BitsPerComponent 8` +
				`/ColorSpace/${header.components === 1 ? 'DeviceGray' : 'DeviceRGB'}/Filter/DCTDecode`,
			bytes
		);
		kids.push(leaf);
	}
	if (kids.length === 0) throw new TypeError('a PDF needs at least one page');
	file.object(
		catalog,
		`<</Type/Catalog/Pages ${tree} 0 R/Lang ${textString(options.language)}/ViewerPreferences<</DisplayDocTitle true>>>>`
	);
	file.object(tree, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
	file.object(info, `<</Title ${textString(options.title)}/CreationDate(${pdfDate(options.createdAt)})>>`);
	yield file.finish(catalog, info);
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

const inPoints = (pixels: number, dpi: number): string =>
	String(Math.round((pixels / dpi) * pointsPerInch * 1000) / 1000);

/** UTF-16 with its mark, in hexadecimal: every character is safe inside (ISO 32000-1 7.9.2.2). */
const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const pdfDate = (date: Date): string => `D:${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;

/** Collects the objects of one file and knows where each begins (ISO 32000-1 7.5). */
class PdfFile {
	readonly #parts: Uint8Array[] = [];
	readonly #offsets: number[] = [];
	#length = 0;

	constructor() {
		// The four bytes above 127 tell every transport that this is binary (7.5.2).
		this.#write(Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
	}

	reserve(): number {
		return this.#offsets.push(0);
	}

	object(id: number, body: string): void {
		this.#begin(id);
		this.#write(Buffer.from(`${body}\nendobj\n`, 'latin1'));
	}

	stream(id: number, entries: string, bytes: Uint8Array): void {
		this.#begin(id);
		this.#write(Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`, 'latin1'));
		this.#write(bytes);
		this.#write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
	}

	finish(catalog: number, info: number): Uint8Array {
		const start = this.#length;
		const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
		const size = this.#offsets.length + 1;
		this.#write(
			Buffer.from(
				`xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
					`trailer\n<</Size ${size}/Root ${catalog} 0 R/Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
				'latin1'
			)
		);
		return Buffer.concat(this.#parts, this.#length);
	}

	#begin(id: number): void {
		this.#offsets[id - 1] = this.#length;
		this.#write(Buffer.from(`${id} 0 obj\n`, 'latin1'));
	}

	#write(bytes: Uint8Array): void {
		this.#parts.push(bytes);
		this.#length += bytes.length;
	}
}
