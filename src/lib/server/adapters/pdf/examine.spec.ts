import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnPage, inches, leaning, letterContent, photograph } from '../../../../../tests/fixtures/drawn-pages.ts';
import { greyAt, likeness } from '../../../../../tests/fixtures/likeness.ts';
import type { ScanPreset } from '../../../domain/scan-settings.ts';
import type { PagePicture } from '../../../ports/documents.ts';
import { examine } from './examine.ts';
import { group4Tiff, toGroup4 } from './group4.ts';

/** Drawing a page takes a busy machine its time. */
const slowly = { timeout: 20_000 };

let letter: string;
beforeAll(async () => void (letter = await letterContent()));

async function look(page: PagePicture, preset: ScanPreset = 'colour') {
	const looked = await examine(page, preset);
	if (!looked.ok) throw new Error(looked.fault);
	return looked.value;
}

const text = (x: number, y: number, words: string) =>
	`<text x="${x}" y="${y}" font-family="Liberation Serif" font-size="3.7" fill="#222">${words}</text>`;
const hole = (y: number) => `<circle cx="12" cy="${y}" r="3" fill="#333"/>`;
const edgeShadow = `<defs><linearGradient id="s"><stop offset="0" stop-color="#000" stop-opacity="0.4"/><stop offset="0.02" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
	<rect width="210" height="297" fill="url(#s)"/>`;

describe('a page that may be empty', slowly, () => {
	it.each([
		['a blank sheet from a noisy scanner', () => '', 7],
		[
			'a sheet through which its back shines',
			() => `<g opacity="0.09" transform="translate(210) scale(-1 1)">${letter}</g>`,
			3
		],
		['a punched sheet', () => hole(108) + hole(188), 3],
		[
			'a sheet with the shadows of its edge and of a staple',
			() => `${edgeShadow}<path d="M0 6L11 13" stroke="#333" stroke-width="0.6"/>`,
			3
		],
		['a sheet with two specks of dust', () => '<circle cx="90" cy="90" r="0.2"/><circle cx="150" cy="220" r="0.2"/>', 3]
	])('is flagged: %s', async (_, content, noise) => {
		expect((await look(await drawnPage({ content: content(), noise }))).findings.maybeEmpty).toBe(true);
	});

	it.each([
		['one short line', () => text(25, 40, 'Ei ole.')],
		['a page number', () => text(103, 287, '12')],
		[
			'a signature in light pencil',
			() =>
				'<path d="M24 240c6-12 10-12 9-3s7-8 10-7-1 8 4 5 5-6 8-4" fill="none" stroke="#bdbdbd" stroke-width="0.5"/>'
		],
		['a tick in a corner', () => '<path d="M24 24l2 2 4-5" fill="none" stroke="#444" stroke-width="0.5"/>'],
		['a pale photograph', () => '<g opacity="0.3"><circle cx="80" cy="90" r="40" fill="#888"/></g>'],
		['a line at the very margin', () => text(6, 150, 'Allekirjoitus tähän, kiitos')]
	])('is not flagged for %s', async (_, content) => {
		expect((await look(await drawnPage({ content: content(), noise: 6 }))).findings.maybeEmpty).toBe(false);
	});
});

describe('a page that leans', slowly, () => {
	it.each([-6.8, -2, 0.4, 3.3, 6.8])('is told by its lines to 0.2 degrees: %f', async (degrees) => {
		const { findings } = await look(await drawnPage({ content: leaning(degrees, letter) }));
		expect(Math.abs(findings.leaningDegrees - degrees)).toBeLessThan(0.2);
	});

	it('is told where it lies on its side', async () => {
		const page = await drawnPage({ content: leaning(-1.5, letter) });
		const bytes = await sharp(page.bytes).rotate(90).jpeg().toBuffer();
		const { findings } = await look({ ...page, bytes, widthPx: page.heightPx, heightPx: page.widthPx });
		expect(Math.abs(findings.leaningDegrees + 1.5)).toBeLessThan(0.2);
	});

	it.each([
		['a straight letter', () => letter],
		['a blank sheet', () => ''],
		['a photograph with a leaning horizon', () => photograph],
		['one leaning stroke of a pen', () => '<path d="M30 100L180 108" stroke="#222"/>']
	])('is left as it is: %s', async (_, content) => {
		expect((await look(await drawnPage({ content: content() }))).findings.leaningDegrees).toBe(0);
	});
});

describe('a paper smaller than the glass', slowly, () => {
	const sheet = (fill: string, edge = '') =>
		`<rect width="148" height="210" fill="${fill}"/>${edge}<g transform="scale(0.7)">${letter}</g>`;
	const placed = (x: number, y: number, degrees: number, content: string) =>
		`<g transform="translate(${x} ${y}) rotate(${degrees} 74 105)">${content}</g>`;
	/** Where it is in millimetres, to half a millimetre. */
	const inMillimetres = (box: { left: number; top: number; width: number; height: number } | null) =>
		box && [box.left * 210, box.top * 297, box.width * 210, box.height * 297].map((value) => Math.round(value));

	it.each([
		{
			lid: 'a dark lid',
			paper: '#303030',
			content: () => placed(30, 40, 0, sheet('#f4f4f4')),
			box: [30, 40, 148, 210]
		},
		{ lid: 'a grey lid', paper: '#b4b4b4', content: () => placed(0, 0, 0, sheet('#f4f4f4')), box: [0, 0, 148, 210] },
		{
			lid: 'a dark lid, leaning',
			paper: '#303030',
			content: () => placed(30, 40, 3, sheet('#f4f4f4')),
			box: [24.5, 36.3, 158.8, 217.5].map(Math.round)
		},
		{
			lid: 'a white lid with a shadow at its edges',
			paper: '#ffffff',
			content: () =>
				placed(0, 0, 0, sheet('#f0f0f0', '<path d="M0 210H148V0" fill="none" stroke="#bbb" stroke-width="0.7"/>')),
			box: [0, 0, 148, 210]
		}
	])('is found on $lid', async ({ paper, content, box }) => {
		const { findings } = await look(await drawnPage({ paper, content: content() }));
		const found = inMillimetres(findings.paperBox) ?? [];
		expect(found.map((side, index) => Math.abs(side - (box[index] ?? 0)) <= 1)).toEqual([true, true, true, true]);
	});

	it.each([
		['the paper fills the picture', '#f6f6f6', () => letter],
		['nothing lies there', '#808080', () => ''],
		[
			'a frame is printed on the page',
			'#f6f6f6',
			() => `<rect x="15" y="15" width="180" height="260" fill="none" stroke="#222"/>${letter}`
		],
		['a photograph has a dark sky', '#101018', () => '<circle cx="90" cy="120" r="45" fill="#eee"/>'],
		[
			'something lies beside it',
			'#303030',
			() => `${placed(0, 0, 0, sheet('#f4f4f4'))}<circle cx="180" cy="250" r="4" fill="#ddd"/>`
		]
	])('is not guessed where %s', async (_, paper, content) => {
		expect((await look(await drawnPage({ paper, content: content() }))).findings.paperBox).toBeNull();
	});
});

/** As large as a page is read on a screen. */
const reading = { width: 827, height: 1169 };
const readable = 0.9;

describe('a text page in black and white', slowly, () => {
	it('is much smaller and reads like the original, and would not with a threshold that is wrong', async () => {
		const page = await drawnPage({ content: letter, dpi: 300 });
		const { findings, bilevel } = await look(page, 'text');
		if (bilevel === null) throw new Error('not in black and white');
		const original = await greyAt(page.bytes, reading.width, reading.height);
		const alike = async (drawn: PagePicture) =>
			likeness(original, await greyAt(group4Tiff(drawn), reading.width, reading.height), reading.width);
		const wrong = await Promise.all(
			[55, 243].map(async (threshold) =>
				alike(await toGroup4(sharp(page.bytes).greyscale(), threshold, page.resolutionDpi))
			)
		);
		expect([findings.bilevelBytes, page.bytes.length / bilevel.bytes.length > 5]).toEqual([bilevel.bytes.length, true]);
		expect(await alike(bilevel)).toBeGreaterThan(readable);
		expect(wrong.map((value) => value > readable)).toEqual([false, false]);
		expect([bilevel.widthPx / 300, bilevel.heightPx / 300]).toEqual(
			[inches.width, inches.height].map((side) => Math.round(side * 300) / 300)
		);
	});

	it.each([
		['a grey stamp', () => `${letter}<circle cx="150" cy="220" r="18" fill="#999"/>`, false],
		['a photograph', () => photograph, false],
		[
			'a note in light pencil',
			() =>
				`${letter}<path d="M24 250c6-12 10-12 9-3s7-8 10-7-1 8 4 5" fill="none" stroke="#bdbdbd" stroke-width="0.5"/>`,
			false
		],
		['a red stamp', () => `${letter}<text x="120" y="225" font-size="8" fill="#b01818">HYVÄKSYTTY</text>`, true]
	])('is not made of a page with %s', async (_, content, colour) => {
		const { bilevel, findings } = await look(await drawnPage({ content: content(), colour }), 'text');
		expect([bilevel, findings.bilevelBytes]).toEqual([null, null]);
	});

	it('is made for nobody who asked for colour, and broken bytes are damaged', async () => {
		const page = await drawnPage({ content: text(25, 40, 'Hei') });
		expect((await look(page, 'colour')).bilevel).toBeNull();
		expect(await examine({ ...page, bytes: page.bytes.subarray(0, 4000) }, 'text')).toEqual({
			ok: false,
			fault: 'damaged'
		});
	});
});
