import { inkGrid, type InkGrid } from './ink-grid.ts';

/** One page of a PWG raster (PWG 5102.4): what its header says, and what it looks like. */
export interface RasterPage {
	readonly colour: boolean;
	readonly duplex: boolean;
	readonly tumble: boolean;
	readonly widthMm: number;
	readonly heightMm: number;
	readonly ink: InkGrid;
}

const headerBytes = 1796;
/** `cupsColorSpace` 19, 1: sRGB, RGB. */
const colourSpaces = [19, 1];

/** One line of pixels, and where the next begins. Runs of pixels, or pixels as they are (PWG 5102.4 §4.4). */
function readLine(bytes: Buffer, start: number, line: Buffer, pixelBytes: number): number {
	let at = start;
	for (let filled = 0; filled < line.length;) {
		const code = bytes.readUInt8(at++);
		if (code === 128) {
			line.fill(255, filled);
			break;
		}
		const count = (code < 128 ? code + 1 : 257 - code) * pixelBytes;
		if (code < 128) line.fill(bytes.subarray(at, at + pixelBytes), filled, filled + count);
		else bytes.copy(line, filled, at, at + count);
		at += code < 128 ? pixelBytes : count;
		filled += count;
	}
	return at;
}

/** Reads pages of 8 bits a colour. Throws for anything else. */
export function readPwgRaster(bytes: Buffer): RasterPage[] {
	if (bytes.toString('latin1', 0, 4) !== 'RaS2') throw new Error('no PWG raster');
	const pages: RasterPage[] = [];
	for (let at = 4; at < bytes.length;) {
		const header = at;
		const word = (offset: number) => bytes.readUInt32BE(header + offset);
		const [width, height, dpi, pixelBits, space] = [word(372), word(376), word(276), word(388), word(400)];
		if (word(384) !== 8) throw new Error(`${word(384)} bits a colour`);
		const pixelBytes = pixelBits / 8;
		const grid = inkGrid(width, height);
		const line = Buffer.alloc(width * pixelBytes);
		at += headerBytes;
		for (let row = 0; row < height;) {
			const repeats = bytes.readUInt8(at) + 1;
			at = readLine(bytes, at + 1, line, pixelBytes);
			grid.add(row, line, pixelBytes, repeats);
			row += repeats;
		}
		pages.push({
			colour: colourSpaces.includes(space),
			duplex: word(272) !== 0,
			tumble: word(368) !== 0,
			widthMm: Math.round((width / dpi) * 25.4),
			heightMm: Math.round((height / dpi) * 25.4),
			ink: grid.ink()
		});
	}
	return pages;
}
