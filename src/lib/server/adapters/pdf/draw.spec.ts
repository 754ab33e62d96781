import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnPage, leaning, letterContent } from '../../../../../tests/fixtures/drawn-pages.ts';
import { greyAt, likeness } from '../../../../../tests/fixtures/likeness.ts';
import type { PageLook, PagePicture } from '../../../ports/documents.ts';
import { draw } from './draw.ts';
import { group4Tiff, toGroup4 } from './group4.ts';
import { imageThumbnail } from './images.ts';

const slowly = { timeout: 20_000 };
const untouched: PageLook = { rotation: 0, straightenDegrees: 0, crop: null, lightness: 0 };
/** So alike that one has to look twice to see a difference in the print. */
const alike = 0.9;

let letter: string;
let straight: PagePicture;
beforeAll(async () => {
	letter = await letterContent();
	straight = await drawnPage({ content: letter, noise: 1, dpi: 150 });
});

async function drawn(page: PagePicture, look: Partial<PageLook>, compression: Parameters<typeof draw>[2] = null) {
	const result = await draw(page, { ...untouched, ...look }, compression);
	if (!result.ok) throw new Error(result.fault);
	return result.value;
}

const decodable = (page: PagePicture) => (page.kind === 'jpeg' ? page.bytes : group4Tiff(page));
const size = { width: 827, height: 1169 };

async function compared(page: PagePicture, other: PagePicture): Promise<number> {
	const [a, b] = await Promise.all([page, other].map((one) => greyAt(decodable(one), size.width, size.height)));
	return likeness(a ?? new Uint8Array(), b ?? new Uint8Array(), size.width);
}

const facts = ({ kind, widthPx, heightPx, resolutionDpi }: PagePicture) => ({ kind, widthPx, heightPx, resolutionDpi });

describe('a page drawn as it is to look', slowly, () => {
	it('is the very page where nothing is to be done, however it is turned', async () => {
		expect(await drawn(straight, { rotation: 90 })).toBe(straight);
	});

	it('is like the straight one when it leant, which it was not before', async () => {
		const leant = await drawnPage({ content: leaning(2, letter), noise: 1, dpi: 150 });
		const straightened = await drawn(leant, { straightenDegrees: 2 });
		expect(facts(straightened)).toEqual(facts(straight));
		expect(await compared(straightened, straight)).toBeGreaterThan(alike);
		expect(await compared(leant, straight)).toBeLessThan(0.3);
		expect(await compared(await drawn(leant, { straightenDegrees: -2 }), straight)).toBeLessThan(0.3);
	});

	it('is cut to its paper and then straightened, with all of the paper still in it', async () => {
		const small = `<g transform="translate(31 43) rotate(3 74 105)"><rect width="148" height="210" fill="#f6f6f6"/><g transform="scale(${148 / 210} ${210 / 297})">${letter}</g></g>`;
		const placed = await drawnPage({ paper: '#303030', content: small, noise: 1, dpi: 150 });
		const angle = (3 * Math.PI) / 180;
		const [width, height] = [
			148 * Math.cos(angle) + 210 * Math.sin(angle),
			148 * Math.sin(angle) + 210 * Math.cos(angle)
		];
		const crop = {
			left: (31 + 74 - width / 2) / 210,
			top: (43 + 105 - height / 2) / 297,
			width: width / 210,
			height: height / 297
		};
		const cut = await drawn(placed, { crop, straightenDegrees: 3 });
		const inner = {
			left: Math.round(((width - 148) / 2 / width) * cut.widthPx),
			top: Math.round(((height - 210) / 2 / height) * cut.heightPx),
			width: Math.round((148 / width) * cut.widthPx),
			height: Math.round((210 / height) * cut.heightPx)
		};
		const paper = await sharp(cut.bytes).extract(inner).jpeg({ quality: 95 }).toBuffer();
		expect([cut.widthPx, cut.heightPx].map((pixels) => Math.floor((pixels / 150) * 25.4))).toEqual([158, 217]);
		expect(await compared({ ...cut, bytes: paper }, straight)).toBeGreaterThan(0.55);
	});

	it('keeps the half that it is cut to', async () => {
		const half = await drawn(straight, { crop: { left: 0, top: 0, width: 1, height: 0.5 } });
		const expected = await sharp(straight.bytes)
			.extract({ left: 0, top: 0, width: straight.widthPx, height: half.heightPx })
			.png()
			.toBuffer();
		expect(facts(half)).toEqual({ ...facts(straight), heightPx: Math.ceil(straight.heightPx / 2) });
		expect(await compared(half, { ...half, bytes: expected })).toBeGreaterThan(0.98);
	});

	it('has whiter paper and print as dark as before, the lighter the more', async () => {
		const newspaper = await drawnPage({ paper: '#c0bfb8', content: letter, noise: 1 });
		const levels = async (page: PagePicture) => {
			const sorted = (await sharp(page.bytes).toColourspace('b-w').raw().toBuffer()).sort();
			return { print: sorted[Math.floor(sorted.length / 500)] ?? 0, paper: sorted[Math.floor(sorted.length / 2)] ?? 0 };
		};
		const [before, once, twice] = [
			await levels(newspaper),
			await levels(await drawn(newspaper, { lightness: 1 })),
			await levels(await drawn(newspaper, { lightness: 2 }))
		];
		expect([once.paper > before.paper + 20, twice.paper]).toEqual([true, 255]);
		expect([once.print <= before.print + 5, twice.print <= before.print + 5]).toEqual([true, true]);
	});

	it('is as coarse and grey as compression allows, and still reads', async () => {
		const colour = await drawnPage({ content: letter, colour: true, dpi: 300 });
		const smaller = await drawn(colour, {}, { maxDpi: 150, quality: 60, grey: true });
		expect(facts(smaller)).toEqual({ kind: 'jpeg', widthPx: 1240, heightPx: 1754, resolutionDpi: 150 });
		expect((await sharp(smaller.bytes).metadata()).channels).toBe(1);
		expect(smaller.bytes.length).toBeLessThan(colour.bytes.length / 3);
		expect(await compared(smaller, colour)).toBeGreaterThan(alike);
		expect(await drawn(smaller, {}, { maxDpi: 300, quality: 100, grey: false })).toBe(smaller);
	});

	it('stays black and white through its edits and through compression that would make it larger', async () => {
		const page = await toGroup4(sharp(straight.bytes).greyscale(), 128, 150);
		const leant = await drawnPage({ content: leaning(2, letter), noise: 1, dpi: 150 });
		const leantPage = await toGroup4(sharp(leant.bytes).greyscale(), 128, 150);
		const straightened = await drawn(leantPage, { straightenDegrees: 2 });
		expect(facts(straightened)).toEqual(facts(page));
		expect(await compared(straightened, page)).toBeGreaterThan(0.7);
		expect(await drawn(page, {}, { maxDpi: 100, quality: 50, grey: true })).toBe(page);
		expect((await drawn(page, {}, { maxDpi: 20, quality: 30, grey: true })).kind).toBe('jpeg');
	});

	it('is damaged where its bytes are', async () => {
		const broken = { ...straight, bytes: straight.bytes.subarray(0, 5000) };
		expect(await draw(broken, { ...untouched, straightenDegrees: 1 }, null)).toEqual({ ok: false, fault: 'damaged' });
	});

	it('looks the same on its small picture', async () => {
		const leant = await drawnPage({ content: leaning(2, letter), noise: 1, dpi: 150 });
		const look: PageLook = {
			rotation: 90,
			straightenDegrees: 2,
			crop: { left: 0.05, top: 0.05, width: 0.9, height: 0.5 },
			lightness: 1
		};
		const large = await drawn(leant, look);
		const expected = await sharp(large.bytes).rotate(90).png().toBuffer();
		const small = await imageThumbnail(leant.bytes, look, 400);
		if (!small.ok) throw new Error(small.fault);
		const { width, height } = await sharp(small.value).metadata();
		const [a, b] = [await greyAt(small.value, width, height), await greyAt(expected, width, height)];
		expect([height, Math.abs(width / height - large.heightPx / large.widthPx) < 0.01]).toEqual([400, true]);
		expect(likeness(a, b, width)).toBeGreaterThan(alike);
	});
});
