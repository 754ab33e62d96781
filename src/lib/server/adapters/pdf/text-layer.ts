import type { Word } from '../../../ports/text-reader.ts';

/** All its letters are equally wide, so no table of widths is needed; one of the fonts that every reader has (ISO 32000-1 9.6.2.2). */
export const textLayerFont = '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>';
const letterWidth = 0.6;
/** How much of the height of a word lies below its baseline. */
const descent = 0.2;

/**
 * Text that is there for screen readers and searching but shown to nobody (rendering mode 3, ISO 32000-1 9.3.6), each word as wide
 * as it stands on the picture. PDF/A asks for no embedded font where nothing is drawn with it (ISO 19005-2 6.2.11.4.1).
 */
export function textLayer(words: readonly Word[], heightPx: number, pointsPerPixel: number): string {
	const shown = words
		.map((word) => ({ ...word, codes: winAnsi(word.text) }))
		.filter(({ codes, width, height }) => codes.length > 0 && width > 0 && height > 0)
		.map(({ codes, left, top, width, height }) => {
			const [size, x] = [height * pointsPerPixel, left * pointsPerPixel];
			const y = (heightPx - top - height * (1 - descent)) * pointsPerPixel;
			const stretch = (100 * width * pointsPerPixel) / (codes.length * letterWidth * size);
			return `/T ${short(size)} Tf ${short(stretch)} Tz 1 0 0 1 ${short(x)} ${short(y)} Tm <${codes.toString('hex').toUpperCase()}> Tj`;
		});
	return shown.length === 0 ? '' : `\nBT 3 Tr\n${shown.join('\n')}\nET`;
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** WinAnsiEncoding is Windows-1252 (ISO 32000-1 annex D); a letter that it lacks becomes a question mark. */
function winAnsi(text: string): Buffer {
	const letters = [...text.normalize('NFC')].filter((letter) => letter.trim() !== '');
	return Buffer.from(letters.map((letter) => codeOf.get(letter) ?? questionMark));
}

const questionMark = 0x3f;
const printable = Uint8Array.from({ length: 256 }, (_, code) => code).filter((code) => code > 0x20 && code !== 0x7f);
const codeOf: ReadonlyMap<string, number> = new Map(
	[...new TextDecoder('windows-1252').decode(printable)].map((letter, index) => [
		letter,
		printable[index] ?? questionMark
	])
);
