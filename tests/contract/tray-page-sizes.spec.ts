import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../src/lib/domain/result.ts';
import type { Documents } from '../../src/lib/ports/documents.ts';
import type { Tray } from '../../src/lib/ports/tray.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { allSeen, openTray, output, pageIds, scan, scannedPage, until, value } from './tray-fixture.ts';

type Size = readonly [width: number, height: number];
const rounded = (points: number) => Math.round(points);

const sizesOf = async (tray: Tray, paperId: string) =>
	value(await tray.pageSizes(paperId)).map(({ id, width, height }) => [id, rounded(width), rounded(height)]);

/** What a reader of the PDF that is printed finds. */
const sizesInPdf = async (tray: Tray, paperId: string) => {
	const printed = (await output(['pdfinfo', '-f', '1', '-l', '2000', '-'], value(await tray.pdf(paperId)))).toString();
	return [...printed.matchAll(/size: +([\d.]+) x ([\d.]+) pts.*\n.*rot: +(\d+)/g)].map(([, width, height, turn]) => {
		const size = [rounded(Number(width)), rounded(Number(height))];
		return Number(turn) % 180 === 0 ? size : size.toReversed();
	});
};

/** Pages of these sizes; every second one is turned by a quarter. */
const documentOf = async (sizes: readonly Size[]): Promise<Buffer> => {
	const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
	const chunks: Buffer[] = [];
	document.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise((resolve) => document.once('end', resolve));
	sizes.forEach(([width, height], index) => {
		const { page } = document.addPage({ size: [width, height], margin: 0 });
		if (index % 2 === 1) Object.assign(page.dictionary.data, { Rotate: 90 });
	});
	document.end();
	await ended;
	return Buffer.concat(chunks);
};

/** On each page lies a paper of half the width and three quarters of the height. */
const findingPaper = (): Documents => ({
	...createDocuments(),
	examine: async () =>
		ok({
			findings: {
				maybeEmpty: false,
				leaningDegrees: 0,
				paperBox: { left: 0.1, top: 0.1, width: 0.5, height: 0.75 },
				bilevelBytes: null
			},
			bilevel: null
		})
});

describe('before a paper is printed the customer is shown how large its pages come out', () => {
	it('of a scan as they are turned, cut and taken out', async () => {
		const { tray, quiet } = openTray({ documents: findingPaper() });
		const { id: paperId, ...paper } = await scan(tray, 4);
		const [plain = '', turned = '', removed = '', cut = ''] = pageIds({ id: paperId, ...paper });
		quiet();
		await until(tray, allSeen);
		value(tray.edit({ type: 'rotate page', paperId, pageId: turned, rotation: 90 }));
		value(tray.edit({ type: 'remove page', paperId, pageId: removed }));
		value(tray.edit({ type: 'crop page', paperId, pageId: cut, on: true }));
		value(tray.edit({ type: 'rotate page', paperId, pageId: cut, rotation: 270 }));
		const told = await sizesOf(tray, paperId);
		expect([told, told.map(([, ...size]) => size)]).toEqual([
			[
				[plain, 297, 420],
				[turned, 420, 297],
				[cut, 315, 149]
			],
			await sizesInPdf(tray, paperId)
		]);
	});

	it('of a document by its own pages, and of a picture as the page that it becomes', async () => {
		const { tray } = openTray();
		const sizes: Size[] = [
			[595, 842],
			[420, 595],
			[842, 1191]
		];
		const letter = value(await tray.addDocument('downloaded', 'a.pdf', await documentOf(sizes)));
		const { bytes } = await scannedPage();
		const sideways = await sharp(bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer();
		const photo = value(await tray.addDocument('downloaded', 'IMG_1.JPG', sideways));
		const [ofPhoto] = await sizesInPdf(tray, photo.id);
		expect([await sizesOf(tray, letter.id), await sizesOf(tray, photo.id)]).toEqual([
			[
				['0', 595, 842],
				['1', 595, 420],
				['2', 842, 1191]
			],
			[['0', ...(ofPhoto ?? [])]]
		]);
		expect(ofPhoto).toEqual([437, 310]);
	});

	it('of a thousand pages', async () => {
		const { tray } = openTray({ limits: { maxPagesPerPaper: 1000 } });
		const sizes = Array.from({ length: 1000 }, (_, page): Size => [300 + page, 400]);
		const long = value(await tray.addDocument('downloaded', 'a.pdf', await documentOf(sizes)));
		expect(await sizesOf(tray, long.id)).toEqual(
			sizes.map(([width, height], page) => [String(page), ...(page % 2 === 1 ? [height, width] : [width, height])])
		);
	});

	it('and is told when there is no such paper, nothing left of it, or a page of it cannot be read', async () => {
		const { tray } = openTray();
		const pages = ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>', 'null'];
		const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>', ...pages];
		const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('');
		const holed = Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R>>\n%%EOF`);
		const letter = value(await tray.addDocument('downloaded', 'a.pdf', holed));
		const empty = tray.beginScan();
		expect([await tray.pageSizes('nothing'), await tray.pageSizes(empty.id), await tray.pageSizes(letter.id)]).toEqual([
			failed('not-found'),
			failed('not-found'),
			failed('damaged')
		]);
	});
});
