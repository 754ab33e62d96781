import type { Sharp } from 'sharp';
import type { PagePicture } from '../../../ports/documents.ts';

/** Tags of TIFF 6.0 and what they must say of a picture that is one strip of ITU-T T.6, what is black in the code being black. */
const tag = { width: 256, height: 257, bits: 258, compression: 259, photometric: 262, fillOrder: 266 } as const;
const stripTag = { offset: 273, samples: 277, rows: 278, byteCount: 279 } as const;
const group4 = 4;
const whiteIsZero = 0;
/** More than any page has (the most that sharp takes). */
const mostRows = 32_768;
const short = 3;
const long = 4;

/** A grey picture in black and white: darker than the threshold (0 to 255) is black. Rejects where libvips fails. */
export async function toGroup4(grey: Sharp, threshold: number, resolutionDpi: number): Promise<PagePicture> {
	const { data, info } = await grey
		.threshold(threshold)
		.toColourspace('b-w')
		// Outside tiles their height is that of the strips.
		.tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: mostRows })
		.toBuffer({ resolveWithObject: true });
	return { kind: 'bilevel', bytes: onlyStrip(data), widthPx: info.width, heightPx: info.height, resolutionDpi };
}

/** The strip of a TIFF that libvips wrote. Throws where it is not the one that was asked for. */
function onlyStrip(tiff: Uint8Array): Uint8Array {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const little = view.getUint16(0) === 0x4949;
	const directory = view.getUint32(4, little);
	const fields = new Map<number, { count: number; value: number }>();
	for (let index = 0; index < view.getUint16(directory, little); index++) {
		const at = directory + 2 + 12 * index;
		const value =
			view.getUint16(at + 2, little) === short ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
		fields.set(view.getUint16(at, little), { count: view.getUint32(at + 4, little), value });
	}
	const offset = fields.get(stripTag.offset);
	const byteCount = fields.get(stripTag.byteCount);
	const asked =
		offset?.count === 1 &&
		fields.get(tag.compression)?.value === group4 &&
		fields.get(tag.photometric)?.value === whiteIsZero &&
		(fields.get(tag.fillOrder)?.value ?? 1) === 1;
	if (!asked || byteCount === undefined) throw new Error('libvips wrote another kind of TIFF');
	return tiff.slice(offset.value, offset.value + byteCount.value);
}

/** A black and white picture as a file that libvips reads. */
export function group4Tiff({ bytes, widthPx, heightPx }: PagePicture): Uint8Array {
	const fields: readonly [number, number, number][] = [
		[tag.width, long, widthPx],
		[tag.height, long, heightPx],
		[tag.bits, short, 1],
		[tag.compression, short, group4],
		[tag.photometric, short, whiteIsZero],
		[stripTag.offset, long, 0],
		[stripTag.samples, short, 1],
		[stripTag.rows, long, heightPx],
		[stripTag.byteCount, long, bytes.length]
	];
	const headLength = 8 + 2 + 12 * fields.length + 4;
	const head = new DataView(new ArrayBuffer(headLength));
	head.setUint32(0, 0x49492a00);
	head.setUint32(4, 8, true);
	head.setUint16(8, fields.length, true);
	for (const [index, [id, type, value]] of fields.entries()) {
		const at = 10 + 12 * index;
		head.setUint16(at, id, true);
		head.setUint16(at + 2, type, true);
		head.setUint32(at + 4, 1, true);
		head.setUint32(at + 8, id === stripTag.offset ? headLength : value, true);
	}
	return Buffer.concat([new Uint8Array(head.buffer), bytes]);
}
