/** What the head of a JPEG says of its picture (ITU-T T.81 B.2.2). */
export interface JpegFacts {
	readonly widthPx: number;
	readonly heightPx: number;
	/** 1: grey, 3: colour. */
	readonly components: number;
}

/** Frame headers: SOF0 … SOF15 but DHT (C4), JPG (C8) and DAC (CC), which share their range. */
const isFrameHeader = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** RST0 … RST7, SOI and TEM stand alone; every other marker before the scan carries its length. */
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

const startOfScan = 0xda;

/**
 * The facts of a whole JPEG, or null for anything else: it must begin with SOI, hold a frame header with a size and a scan,
 * and end with EOI (padding zeros after it are forgiven, some devices add them). The picture data itself is not decoded.
 */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
	let end = bytes.length;
	while (end > 4 && bytes[end - 1] === 0) end--;
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[end - 2] !== 0xff || bytes[end - 1] !== 0xd9) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, end);
	let facts: JpegFacts | null = null;
	for (let at = 2; at + 4 <= end;) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at += 1;
		else if (standsAlone(marker)) at += 2;
		else if (marker === startOfScan) return facts;
		else {
			const length = view.getUint16(at + 2);
			if (length < 2 || at + 2 + length > end) return null;
			if (isFrameHeader(marker)) {
				if (length < 8) return null;
				facts = {
					heightPx: view.getUint16(at + 5),
					widthPx: view.getUint16(at + 7),
					components: view.getUint8(at + 9)
				};
				if (facts.widthPx === 0 || facts.heightPx === 0 || facts.components === 0) return null;
			}
			at += 2 + length;
		}
	}
	return null;
}
