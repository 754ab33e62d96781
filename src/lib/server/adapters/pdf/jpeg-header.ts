/** What the frame header of a JPEG says (ITU-T T.81 B.2.2). */
export interface JpegHeader {
	readonly widthPx: number;
	readonly heightPx: number;
	/** 1 grey, 3 colour, 4 CMYK or YCCK. */
	readonly components: number;
	readonly bitsPerComponent: number;
	/** Baseline, extended or progressive Huffman coding: the kinds that a PDF may carry as they are (ISO 32000-1 7.4.8). */
	readonly huffman: boolean;
}

const startOfFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const withoutLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Reads the frame header without decoding anything. `null`: not a JPEG, cut off before its picture, or of no size. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 2;
	while (at + 4 <= bytes.length) {
		if (bytes[at] !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at += 1;
		else if (withoutLength(marker)) at += 2;
		else if (startOfFrame(marker)) {
			if (at + 10 > bytes.length) return null;
			const heightPx = view.getUint16(at + 5);
			const widthPx = view.getUint16(at + 7);
			if (widthPx === 0 || heightPx === 0) return null;
			return {
				widthPx,
				heightPx,
				components: view.getUint8(at + 9),
				bitsPerComponent: view.getUint8(at + 4),
				huffman: marker <= 0xc2
			};
		} else if (marker === 0xd9 || marker === 0xda) return null;
		else at += 2 + view.getUint16(at + 2);
	}
	return null;
}
