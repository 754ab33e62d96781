import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { a4Fit } from './fit-to-a4.ts';
import { orientationOf, sidesFor } from './page-orientation.ts';

const mm = (width: number, height: number) => ({ width: (width * 72) / 25.4, height: (height * 72) / 25.4 });
const anySize = fc.record({
	width: fc.double({ min: 10, max: 3000, noNaN: true }),
	height: fc.double({ min: 10, max: 3000, noNaN: true })
});

describe('fit to A4', () => {
	it.each([
		['A4', mm(210, 297), 'not-needed'],
		['a scan that is a little off', mm(211.5, 295.2), 'not-needed'],
		['A4 that lies', mm(297, 210), 'not-needed'],
		['A3', mm(297, 420), 'needed'],
		['letter, which is wider', mm(215.9, 279.4), 'needed'],
		['a receipt as long as a table', mm(80, 600), 'needed'],
		['A5', mm(148, 210), 'possible'],
		['a narrow strip as long as A4', mm(100, 297), 'not-needed']
	] as const)('%s', (_, size, fit) => {
		expect(a4Fit([size])).toBe(fit);
	});

	it('follows the page that would be cut off, though all others are A4 or small', () => {
		expect(a4Fit([mm(210, 297), mm(148, 210), mm(297, 420)])).toBe('needed');
		expect(a4Fit([mm(210, 297), mm(148, 210)])).toBe('possible');
	});

	it('is the same for a page that lies and for the same page standing', () => {
		fc.assert(
			fc.property(anySize, ({ width, height }) => {
				expect(a4Fit([{ width, height }])).toBe(a4Fit([{ width: height, height: width }]));
			})
		);
	});
});

describe('the edge over which pages are turned', () => {
	it('is the long one for pages that stand and the short one for pages that lie', () => {
		const lying = orientationOf([mm(297, 210), mm(297, 210), mm(210, 297)]);
		const standing = orientationOf([mm(297, 210), mm(210, 297)]);
		expect([lying, standing, sidesFor(true, lying), sidesFor(true, standing), sidesFor(false, lying)]).toStrictEqual([
			'landscape',
			'portrait',
			'two-sided-short-edge',
			'two-sided-long-edge',
			'one-sided'
		]);
	});
});
