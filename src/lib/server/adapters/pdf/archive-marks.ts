import type { PdfOptions } from '../../../ports/documents.ts';
import { pdfDate, textString, type PdfFile } from './pdf-file.ts';

/**
 * Writes what makes a file a PDF/A-2b (ISO 19005-2) beside what its pages must keep to: metadata that say so and say the same as
 * the information dictionary (6.6), and what its colours mean (6.2.3). Gives the number of that dictionary and the catalog's entries.
 */
export async function writeArchiveMarks(
	file: PdfFile,
	options: PdfOptions
): Promise<{ info: number; catalogEntries: string }> {
	const [info, metadata, profile] = [file.reserve(), file.reserve(), file.reserve()];
	const date = pdfDate(options.createdAt);
	file.object(info, `<</Title ${textString(options.title)}/CreationDate(${date})/ModDate(${date})>>`);
	file.stream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(xmp(options), 'utf8'));
	file.stream(profile, '/N 3', await srgbProfile());
	const intent = `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>`;
	return {
		info,
		catalogEntries:
			`/Metadata ${metadata} 0 R/OutputIntents[${intent}]/Lang ${textString(options.language)}` +
			`/ViewerPreferences<</DisplayDocTitle true>>`
	};
}

/** XMP of ISO 16684-1 in its packet; characters that XML cannot hold are left out. */
function xmp({ title, language, createdAt }: PdfOptions): string {
	const date = `${createdAt.toISOString().slice(0, 19)}Z`;
	return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${xmlText(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const xmlText = (text: string): string =>
	text
		.toWellFormed()
		.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

let profileRead: Promise<Uint8Array> | undefined;

/** The sRGB profile that libvips carries (ICC 4.2, 480 bytes). */
function srgbProfile(): Promise<Uint8Array> {
	profileRead ??= readProfile();
	return profileRead;
}

async function readProfile(): Promise<Uint8Array> {
	const { default: sharp } = await import('sharp');
	const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
	const { icc } = await sharp(await pixel.withIccProfile('srgb').jpeg().toBuffer()).metadata();
	if (icc === undefined) throw new Error('libvips gave no sRGB profile');
	return icc;
}
