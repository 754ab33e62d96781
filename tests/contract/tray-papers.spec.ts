import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { openTray, output, scannedPage, seen, sha256, value } from './tray-fixture.ts';

async function scan(tray: ReturnType<typeof openTray>['tray'], pages: number) {
	const { id } = tray.beginScan();
	for (let seed = 0; seed < pages; seed += 1) value(await tray.addPage(id, await scannedPage(seed)));
	const paper = tray.papers().find((candidate) => candidate.id === id);
	if (paper?.kind !== 'pages') throw new Error('the scan is not in the tray');
	return paper;
}

describe('a scanned paper in the tray', () => {
	it('grows page by page under a neutral name, and everybody who listens is told each time', async () => {
		const { tray } = openTray();
		const told: number[][] = [];
		const stop = tray.onChange((papers) =>
			told.push(papers.map((paper) => (paper.kind === 'pages' ? paper.pages.length : -1)))
		);
		const paper = await scan(tray, 2);
		stop();
		tray.beginScan();
		expect(told).toEqual([[0], [1], [2]]);
		expect(tray.papers().map(({ name }) => name)).toEqual(['Paperi 1', 'Paperi 2']);
		expect(paper).toEqual({
			id: paper.id,
			name: 'Paperi 1',
			addedAt: 1_795_341_600_000,
			kind: 'pages',
			origin: 'scanned',
			pages: paper.pages.map(({ image: { id } }) => ({
				image: { id, mediaType: 'image/jpeg', widthPx: 413, heightPx: 583, resolutionDpi: 100 },
				rotation: 0,
				removed: false
			}))
		});
	});

	it('comes out as a PDF with the very bytes of the scanner, without the removed page', async () => {
		const { tray, session } = openTray();
		const paper = await scan(tray, 3);
		value(tray.setPageRemoved(paper.id, paper.pages[1]?.image.id ?? '', true));
		const pdf = value(await tray.pdf(paper.id));
		await output(['pdfimages', '-j', '-', join(session, 'image')], pdf);
		const images = readdirSync(session)
			.filter((name) => name.startsWith('image'))
			.sort();
		expect(images.map((name) => sha256(readFileSync(join(session, name))))).toEqual([
			sha256((await scannedPage(0)).bytes),
			sha256((await scannedPage(2)).bytes)
		]);
	});

	it.each([
		{ rotation: 90, corner: 'upper right', size: '420 x 298' },
		{ rotation: 180, corner: 'lower right', size: '298 x 420' },
		{ rotation: 270, corner: 'lower left', size: '420 x 298' }
	] as const)(
		'turned by $rotation looks turned in the PDF and in the thumbnail',
		async ({ rotation, corner, size }) => {
			const { tray } = openTray();
			const paper = await scan(tray, 1);
			value(tray.rotatePage(paper.id, paper.pages[0]?.image.id ?? '', rotation));
			const drawn = await seen(await output(['pdftoppm', '-png', '-r', '72', '-'], value(await tray.pdf(paper.id))));
			const thumbnail = await seen(value(await tray.thumbnail(paper.id, 0)));
			expect({ corner: drawn.corner, size: `${drawn.width} x ${drawn.height}` }).toEqual({ corner: [corner], size });
			expect([thumbnail.corner, thumbnail.height]).toEqual([[corner], 400]);
		}
	);

	it('shows thumbnails of the visible pages only, and each turn anew', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 2);
		const [first, second] = paper.pages.map(({ image }) => image.id);
		const before = value(await tray.thumbnail(paper.id, 1));
		value(tray.setPageRemoved(paper.id, first ?? '', true));
		expect(sha256(value(await tray.thumbnail(paper.id, 0)))).toBe(sha256(before));
		expect(await tray.thumbnail(paper.id, 1)).toEqual({ ok: false, fault: 'not-found' });
		value(tray.rotatePage(paper.id, second ?? '', 180));
		expect((await seen(value(await tray.thumbnail(paper.id, 0)))).corner).toEqual(['lower right']);
	});

	it('keeps its last visible page', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 1);
		expect(tray.setPageRemoved(paper.id, paper.pages[0]?.image.id ?? '', true)).toEqual({
			ok: false,
			fault: 'page-count-would-be-zero'
		});
		expect(tray.papers()).toEqual([paper]);
	});

	it('can be renamed, and gets its neutral name again when the new one says nothing', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 1);
		expect(value(tray.rename(paper.id, '  Päätös\u202E 1/2 ')).name).toBe('Päätös 1-2');
		expect(value(tray.rename(paper.id, ' ../.. ')).name).toBe('Paperi 1');
	});

	it('is gone from list, folder and questions once it is removed', async () => {
		const { tray, folder } = openTray();
		const paper = await scan(tray, 2);
		value(await tray.thumbnail(paper.id, 0));
		expect(await tray.remove(paper.id)).toEqual({ ok: true, value: undefined });
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
		expect([
			await tray.pdf(paper.id),
			await tray.thumbnail(paper.id, 0),
			await tray.addPage(paper.id, await scannedPage()),
			tray.rename(paper.id, 'x'),
			await tray.remove(paper.id)
		]).toEqual(Array.from({ length: 5 }, () => ({ ok: false, fault: 'not-found' })));
	});

	it('lies in a folder and files that only the kiosk may read, named by ids alone', async () => {
		const { tray, folder } = openTray();
		const paper = await scan(tray, 1);
		const files = readdirSync(folder);
		expect(files).toEqual(paper.pages.map(({ image }) => image.id));
		expect(
			[lstatSync(folder), ...files.map((name) => lstatSync(join(folder, name)))].map(({ mode }) => mode & 0o777)
		).toEqual([0o700, 0o600]);
	});
});

describe('a hundred pages', () => {
	it('lie on tmpfs and not in the memory of the server, which holds the PDF once while it is made', async () => {
		const { tray } = openTray();
		const small = await scannedPage();
		// A JPEG reader stops at its end mark; what follows only makes the page as heavy as a real one.
		const page = { ...small, bytes: Buffer.concat([small.bytes, Buffer.alloc(1_500_000)]) };
		const before = process.memoryUsage().arrayBuffers;
		const grown = () => (process.memoryUsage().arrayBuffers - before) / page.bytes.length;
		const { id } = tray.beginScan();
		for (let count = 0; count < 100; count += 1) value(await tray.addPage(id, page));
		expect(grown()).toBeLessThan(2);
		for (let index = 0; index < 12; index += 1) value(await tray.thumbnail(id, index));
		expect(grown()).toBeLessThan(2);
		const pdf = value(await tray.pdf(id));
		expect(grown()).toBeLessThan(102);
		expect(pdf.length).toBeGreaterThan(100 * page.bytes.length);
	});

	it('leave the memory of the server as soon as they are drawn', async () => {
		const lent: Uint8Array[] = [];
		const real = createDocuments();
		const { tray } = openTray(
			{},
			{
				...real,
				imageThumbnail(bytes, rotation) {
					lent.push(bytes);
					return real.imageThumbnail(bytes, rotation);
				}
			}
		);
		value(await tray.thumbnail((await scan(tray, 1)).id, 0));
		expect(lent.map(({ byteLength }) => byteLength)).toEqual([0]);
	});
});

describe('a document in the tray', () => {
	it('PDF: keeps its bytes and its name, is counted and drawn', async () => {
		const { tray } = openTray();
		const bytes = value(await tray.pdf((await scan(tray, 2)).id));
		const paper = value(await tray.addDocument('downloaded', '/tmp/Päätös öå.pdf', bytes));
		const thumbnail = await seen(value(await tray.thumbnail(paper.id, 1)));
		expect(paper).toEqual({
			id: paper.id,
			name: 'Päätös öå',
			addedAt: 1_795_341_600_000,
			kind: 'document',
			origin: 'downloaded',
			mediaType: 'application/pdf',
			sizeBytes: bytes.length,
			pageCount: 2
		});
		expect([sha256(value(await tray.pdf(paper.id))), sha256(value(await tray.original(paper.id)))]).toEqual([
			sha256(bytes),
			sha256(bytes)
		]);
		expect([thumbnail.corner, thumbnail.height]).toEqual([['upper left'], 400]);
		expect(await tray.thumbnail(paper.id, 2)).toEqual({ ok: false, fault: 'not-found' });
	});

	it('photo of a phone held sideways: printed upright, its bytes untouched inside the PDF', async () => {
		const { tray, session } = openTray();
		const { bytes } = await scannedPage();
		const sideways = await sharp(bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer();
		const paper = value(await tray.addDocument('downloaded', 'IMG_1.JPG', sideways));
		const pdf = value(await tray.pdf(paper.id));
		await output(['pdfimages', '-j', '-', join(session, 'image')], pdf);
		expect(sha256(readFileSync(join(session, 'image-000.jpg')))).toBe(sha256(sideways));
		expect((await seen(await output(['pdftoppm', '-png', '-r', '50', '-'], pdf))).corner).toEqual(['upper right']);
		expect((await seen(value(await tray.thumbnail(paper.id, 0)))).corner).toEqual(['upper right']);
	});

	it('picture with transparency: white paper behind it, no larger than A4', async () => {
		const { tray } = openTray();
		const picture = await sharp({ create: { width: 4000, height: 1000, channels: 4, background: '#00000000' } })
			.png()
			.toBuffer();
		const paper = value(await tray.addDocument('captured', '', picture));
		const pdf = value(await tray.pdf(paper.id));
		expect([paper.name, (await output(['pdfinfo', '-'], pdf)).toString().match(/Page size: +(.*)/)?.[1]]).toEqual([
			'Paperi 1',
			'841.68 x 210.42 pts'
		]);
		expect((await seen(await output(['pdftoppm', '-png', '-r', '50', '-'], pdf))).corner).toEqual([]);
	});
});
