import { describe, expect, it } from 'vitest';
import { readJpeg } from './jpeg.ts';

const frame = (width: number, height: number, components = 1) => [
	...[0xff, 0xc0, 0, 8 + 3 * components, 8, height >> 8, height & 255, width >> 8, width & 255, components],
	...Array.from({ length: 3 * components }, () => 0x11)
];
const comment = [0xff, 0xfe, 0, 4, 0xff, 0xd9];
const scan = [0xff, 0xda, 0, 3, 0, 1, 2, 3];
const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

describe('readJpeg', () => {
	it('tells the size and the components of a whole picture', () => {
		expect(readJpeg(jpeg(comment, frame(2480, 3508, 3), scan))).toEqual({
			widthPx: 2480,
			heightPx: 3508,
			components: 3
		});
	});
	it('forgives padding zeros after the end', () => {
		expect(readJpeg(Uint8Array.from([...jpeg(frame(8, 9), scan), 0, 0]))).toEqual({
			widthPx: 8,
			heightPx: 9,
			components: 1
		});
	});
	it('refuses a picture that was cut off anywhere', () => {
		const whole = jpeg(comment, frame(8, 9, 3), scan);
		const facts = Array.from(whole, (_, length) => readJpeg(whole.subarray(0, length)));
		expect(facts).toEqual(facts.map(() => null));
	});
	it('refuses a picture without size, without a scan, or that is something else', () => {
		expect(readJpeg(jpeg(frame(0, 9), scan))).toBeNull();
		expect(readJpeg(jpeg(frame(8, 9)))).toBeNull();
		expect(readJpeg(jpeg(scan))).toBeNull();
		expect(readJpeg(new TextEncoder().encode('%PDF-1.7 %%EOF'))).toBeNull();
	});
});
