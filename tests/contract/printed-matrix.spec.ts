import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printExtent } from '../../src/lib/domain/printing/print-extent.ts';
import type { PrintEvent, Printer, PrintRequest } from '../../src/lib/ports/printer.ts';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { gridColumns, gridRows, inkDifference, inkOfPpm, type InkGrid } from './ink-grid.ts';
import { pageImages } from './printed-pages.ts';
import { startIppevePrinter, type IppevePrinter } from './printer-rig-ippeve.ts';
import { readPwgRaster } from './pwg-raster.ts';

type Size = readonly [width: number, height: number];
const a4: Size = [595.28, 841.89];
const media = 'iso_a4_210x297mm';
/** Two sheets that look alike differ by less than 6; two pages of these documents by more than 20. */
const alike = 10;

/** Pages with a frame at their very edge, a grey third that is another on each page, and a red bar. */
const documentOf = async (...sizes: Size[]): Promise<Buffer> => {
	const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
	const chunks: Buffer[] = [];
	document.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise((resolve) => document.once('end', resolve));
	sizes.forEach(([width, height], index) => {
		document.addPage({ size: [width, height], margin: 0 });
		document.rect(0, ((index % 3) * height) / 3, width / 2, height / 3).fill('#555555');
		document.rect(width * 0.6, 0, width * 0.1, height).fill('#cc0000');
		document.rect(width * 0.04, height * 0.04, width * 0.92, height * 0.92).lineWidth(width * 0.03).stroke('#000000'); // prettier-ignore
	});
	document.end();
	await ended;
	return Buffer.concat(chunks);
};

const threePages = await documentOf(a4, a4, a4);
const inkOf = async (pdf: Uint8Array): Promise<InkGrid[]> => (await pageImages(pdf)).map(inkOfPpm);
const plain: PrintRequest = {
	document: threePages,
	copies: 1,
	sides: 'one-sided',
	colour: 'color',
	pageRanges: [],
	media
};

/** Whether the frame of a page is seen along all four edges of the sheet. */
const wholeFrame = (ink: InkGrid): boolean => {
	const isDark = (row: number, column: number) => (ink[row * gridColumns + column] ?? 0) > 60;
	const rows = Array.from({ length: gridRows }, (_, row) => row);
	const columns = Array.from({ length: gridColumns }, (_, column) => column);
	const dark = {
		row: (row: number) => columns.filter((column) => isDark(row, column)).length > 0.8 * gridColumns,
		column: (column: number) => rows.filter((row) => isDark(row, column)).length > 0.8 * gridRows
	};
	return [
		rows.slice(0, 8).some(dark.row),
		rows.slice(-8).some(dark.row),
		columns.slice(0, 6).some(dark.column),
		columns.slice(-6).some(dark.column)
	].every(Boolean);
};

const print = async (printer: Printer, change: Partial<PrintRequest>): Promise<PrintEvent | undefined> => {
	let last: PrintEvent | undefined;
	for await (const event of printer.print({ ...plain, ...change }, AbortSignal.timeout(50_000))) last = event;
	return last;
};
const done = (impressionsCompleted: number) => ({ type: 'done', impressionsCompleted });

const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
	createIppPrinter({ uri, pollMs: 20, ...(fetch ? { fetch } : {}) });

/** Every value of every wish meets every value of the others at least once. */
const wishes = [
	{ sides: 'one-sided', colour: 'color', copies: 1, pageRanges: [] },
	{ sides: 'one-sided', colour: 'monochrome', copies: 2, pageRanges: [{ from: 2, to: 3 }] },
	{ sides: 'two-sided-long-edge', colour: 'color', copies: 2, pageRanges: [] },
	{ sides: 'two-sided-long-edge', colour: 'monochrome', copies: 1, pageRanges: [{ from: 2, to: 3 }] },
	{ sides: 'two-sided-short-edge', colour: 'monochrome', copies: 2, pageRanges: [] },
	{
		sides: 'two-sided-short-edge',
		colour: 'color',
		copies: 1,
		pageRanges: [
			{ from: 1, to: 1 },
			{ from: 3, to: 3 }
		]
	}
] as const;
const extentOf = ({ sides, copies, pageRanges }: (typeof wishes)[number]) =>
	printExtent({ pages: 3, pageRanges, copies, twoSided: sides !== 'one-sided' });

describe('a printer that takes PDF', () => {
	let ippeve: IppevePrinter;
	let offering: SimulatedIppPrinter;
	beforeAll(async () => {
		[ippeve, offering] = await Promise.all([startIppevePrinter(), startSimulatedIppPrinter({ pageMs: 0 })]);
	});
	afterAll(() => Promise.all([ippeve.close(), offering.close()]));

	it.each(wishes)('gets the very document and every wish: $sides $colour $copies', async (wish) => {
		const before = (await ippeve.received()).length;
		// ippeveprinter's command prints the whole document, whatever the range.
		const orientation = wish.copies === 1 ? 'landscape' : 'portrait';
		expect(await print(speakIpp(ippeve.uri), { ...wish, orientation })).toMatchObject({ type: 'done' });
		const received = (await ippeve.received()).slice(before);
		const told = (name: string) => received[0]?.attributes.get(name);
		expect({
			documents: received.map(({ document }) => Buffer.compare(document, threePages)),
			sides: told('IPP_SIDES'),
			copies: told('IPP_COPIES'),
			colour: told('IPP_PRINT_COLOR_MODE'),
			ranges: told('IPP_PAGE_RANGES'),
			media: told('IPP_MEDIA'),
			orientation: told('IPP_ORIENTATION_REQUESTED'),
			format: told('IPP_DOCUMENT_FORMAT_SUPPLIED')
		}).toStrictEqual({
			documents: [0],
			sides: wish.sides,
			copies: String(wish.copies),
			colour: wish.colour,
			ranges: wish.pageRanges.length === 0 ? undefined : wish.pageRanges.map(({ from, to }) => `${from}-${to}`).join(','), // prettier-ignore
			media,
			orientation,
			format: 'application/pdf'
		});
	});

	it('gets no byte of what it could only print otherwise than asked', async () => {
		const before = (await ippeve.received()).length;
		expect([
			await print(speakIpp(ippeve.uri), { scaling: 'fit' }),
			await print(speakIpp(ippeve.uri), { media: 'iso_a3_297x420mm' })
		]).toMatchObject([
			{ report: { fault: 'document-refused', detail: 'fit is not in print-scaling-supported' } },
			{ report: { fault: 'document-refused', detail: 'iso_a3_297x420mm is not in media-supported' } }
		]);
		expect((await ippeve.received()).length).toBe(before);
	});

	it('gets scaling, orientation and media where it offers them, and a document that is read piece by piece', async () => {
		async function* pieces() {
			for (let at = 0; at < threePages.length; at += 1000) yield threePages.subarray(at, at + 1000);
		}
		const layout = { scaling: 'fit', orientation: 'landscape', media } as const;
		expect(await print(speakIpp(offering.uri), { ...layout, document: pieces })).toStrictEqual(done(3));
		const [received] = offering.control.received;
		expect({ ...received, document: Buffer.compare(received?.document ?? Buffer.alloc(0), threePages) }).toMatchObject({
			...layout,
			document: 0
		});
	});
});

describe('a printer that takes only raster', () => {
	let ippeve: IppevePrinter;
	let printer: Printer;
	let folder: string;
	let pages: readonly InkGrid[];
	beforeAll(async () => {
		folder = await mkdtemp('/dev/shm/matrix-');
		[ippeve, pages] = await Promise.all([startIppevePrinter('image/pwg-raster'), inkOf(threePages)]);
		printer = createCupsPrinter({
			directory: join(folder, 'cupsd'),
			templates: resolve('kiosk-config/host/cups'),
			printerUri: ippeve.uri,
			speakIpp,
			pollMs: 20
		});
	});
	afterAll(async () => {
		await printer.wipe(new AbortController().signal);
		await ippeve.close();
		await rm(folder, { recursive: true, force: true });
	});

	const rasterOf = async (change: Partial<PrintRequest>) => {
		const before = (await ippeve.received()).length;
		const last = await print(printer, change);
		const received = (await ippeve.received()).slice(before);
		return { last, sheets: received.flatMap(({ document }) => readPwgRaster(Buffer.from(document))) };
	};

	it.each(wishes)('gets every page as a picture of it: $sides $colour $copies', async (wish) => {
		const { impressions } = extentOf(wish);
		const { last, sheets } = await rasterOf({ ...wish, impressions });
		expect(last).toStrictEqual(done(impressions));
		const duplex = wish.sides !== 'one-sided';
		expect(
			sheets.map(({ colour, duplex, tumble, widthMm, heightMm }) => ({ colour, duplex, tumble, widthMm, heightMm }))
		).toStrictEqual(
			sheets.map(() => ({
				colour: wish.colour === 'color',
				duplex,
				tumble: wish.sides === 'two-sided-short-edge',
				widthMm: 210,
				heightMm: 297
			}))
		);
		const wanted = [0, 1, 2].filter(
			(page) => wish.pageRanges.length === 0 || wish.pageRanges.some(({ from, to }) => from <= page + 1 && page < to)
		);
		// It lays sheets face up, so the last comes first, and wants the backs of sheets that turn over the long edge upside down.
		const upright = sheets.map(({ ink, tumble }, index) =>
			duplex && !tumble && index % 2 === 1 ? ink.toReversed() : ink
		);
		// An odd number of pages has an empty back, so that the next copy begins on a sheet of its own.
		const inked = upright.filter((ink) => ink.some((darkness) => darkness > 0));
		expect(inked.map((ink) => pages.findIndex((page) => inkDifference(page, ink) < alike))).toStrictEqual(
			Array.from({ length: wish.copies }, () => wanted.toReversed()).flat()
		);
	});

	it('gets a page of any size whole on A4 when it shall fit, and as it is when it shall not', async () => {
		const [a3, a5]: Size[] = [
			[841.89, 1190.55],
			[419.53, 595.28]
		];
		const odd = await documentOf(a3 ?? a4, a5 ?? a4);
		const fitted = await rasterOf({ document: odd, scaling: 'fit' });
		const uncut = await rasterOf({ document: odd, scaling: 'none' });
		const frames = ({ last, sheets }: typeof fitted) => ({ last, frames: sheets.map(({ ink }) => wholeFrame(ink)) });
		expect([frames(fitted), frames(uncut)]).toStrictEqual([
			{ last: done(2), frames: [true, true] },
			{ last: done(2), frames: [false, false] }
		]);
	});

	it('gets a page that lies turned onto the sheet that stands', async () => {
		const lying = await documentOf([841.89, 595.28]);
		const { last, sheets } = await rasterOf({ document: lying });
		expect({ last, sizes: sheets.map(({ widthMm, heightMm }) => [widthMm, heightMm]) }).toStrictEqual({
			last: done(1),
			sizes: [[210, 297]]
		});
		// The red bar stood right of the middle of the lying page: it crosses the standing sheet from side to side.
		const [sheet] = sheets;
		const rows = Array.from({ length: gridRows }, (_, row) =>
			(sheet?.ink ?? []).slice(row * gridColumns, (row + 1) * gridColumns)
		);
		expect(rows.filter((row) => row.slice(8, 34).every((ink) => ink > 60)).length).toBeGreaterThan(3);
	});
});
