import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOnA4 } from './place-on-a4.ts';

const anySize = fc.record({
	width: fc.double({ min: 10, max: 3000, noNaN: true }),
	height: fc.double({ min: 10, max: 3000, noNaN: true })
});

describe('a page on its sheet', () => {
	it('that is larger is cut off at every edge in its real size, and whole when it is fitted', () => {
		const a3 = { width: 841.89, height: 1190.55 };
		expect(placeOnA4(a3, false)).toStrictEqual({
			sheet: { width: 595.28, height: 841.89 },
			page: { x: (595.28 - 841.89) / 2, y: (841.89 - 1190.55) / 2, ...a3 }
		});
		expect(placeOnA4(a3, true).page.x).toBeCloseTo(0, 0);
	});

	it('that is smaller lies in the middle in its real size', () => {
		const { page } = placeOnA4({ width: 395.28, height: 441.89 }, false);
		expect([page.x, page.y].map(Math.round)).toStrictEqual([100, 200]);
	});

	it('that lies is printed on a sheet that lies', () => {
		expect(placeOnA4({ width: 300, height: 200 }, false).sheet).toStrictEqual({ width: 841.89, height: 595.28 });
	});

	it('is never out of proportion or off the sheet when it is fitted, and touches two edges', () => {
		fc.assert(
			fc.property(anySize, (size) => {
				const { sheet, page } = placeOnA4(size, true);
				expect(page.width / page.height).toBeCloseTo(size.width / size.height, 6);
				expect(Math.min(page.x, page.y)).toBeCloseTo(0, 6);
				expect(page.x * 2 + page.width).toBeCloseTo(sheet.width, 6);
				expect(page.y * 2 + page.height).toBeCloseTo(sheet.height, 6);
			})
		);
	});
});
