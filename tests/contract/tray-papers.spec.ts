import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { untouchedPage } from '../../src/lib/domain/paper.ts';
import {
	heavyPage,
	openTray,
	output,
	pageIds,
	paperOf,
	scan,
	scannedPage,
	seen,
	sha256,
	value
} from './tray-fixture.ts';

describe('a scanned paper in the tray', () => {
	it('grows page by page under a neutral name, and everybody who listens is told each time', async () => {
		const { tray } = openTray();
		const told: number[][] = [];
		const stop = tray.onChange(({ papers }) =>
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
			pages: await Promise.all(
				pageIds(paper).map(async (id, seed) => {
					const { bytes, ...facts } = await scannedPage(seed);
					return untouchedPage({ ...facts, id, sizeBytes: bytes.length, preset: 'colour' });
				})
			),
			compression: null,
			measuredBytes: null
		});
	});

	it('comes out as a PDF with the very bytes of the scanner, without the removed page', async () => {
		const { tray, session } = openTray();
		const paper = await scan(tray, 3);
		value(tray.edit({ type: 'remove page', paperId: paper.id, pageId: pageIds(paper)[1] ?? '' }));
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
			const [pageId = ''] = pageIds(paper);
			value(tray.edit({ type: 'rotate page', paperId: paper.id, pageId, rotation }));
			const drawn = await seen(await output(['pdftoppm', '-png', '-r', '72', '-'], value(await tray.pdf(paper.id))));
			const thumbnail = await seen(value(await tray.thumbnail(paper.id, pageId)));
			expect({ corner: drawn.corner, size: `${drawn.width} x ${drawn.height}` }).toEqual({ corner: [corner], size });
			expect([thumbnail.corner, thumbnail.height]).toEqual([[corner], 400]);
		}
	);

	it('shows a thumbnail of each page by its id, the removed one too, and each turn anew', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 2);
		const [first = '', second = ''] = pageIds(paper);
		const before = sha256(value(await tray.thumbnail(paper.id, first)));
		value(tray.edit({ type: 'remove page', paperId: paper.id, pageId: first }));
		value(tray.edit({ type: 'rotate page', paperId: paper.id, pageId: second, rotation: 180 }));
		expect([
			sha256(value(await tray.thumbnail(paper.id, first))) === before,
			(await seen(value(await tray.thumbnail(paper.id, second)))).corner,
			await tray.thumbnail(paper.id, '0')
		]).toEqual([true, ['lower right'], { ok: false, fault: 'not-found' }]);
	});

	it('keeps its last visible page', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 1);
		expect(tray.edit({ type: 'remove page', paperId: paper.id, pageId: pageIds(paper)[0] ?? '' })).toEqual({
			ok: false,
			fault: 'page-count-would-be-zero'
		});
		expect(tray.papers()).toEqual([paper]);
	});

	it('is gone from the list and for all questions once it is removed, but for an undo', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 2);
		const pdf = sha256(value(await tray.pdf(paper.id)));
		value(tray.edit({ type: 'remove paper', paperId: paper.id }));
		expect([
			tray.papers(),
			await tray.pdf(paper.id),
			await tray.openPdf(paper.id, null),
			await tray.thumbnail(paper.id, pageIds(paper)[0] ?? ''),
			tray.edit({ type: 'rename', paperId: paper.id, name: 'x' })
		]).toEqual([
			[],
			...Array.from({ length: 3 }, () => ({ ok: false, fault: 'not-found' })),
			{ ok: false, fault: 'no-such-paper' }
		]);
		expect([tray.undo(), tray.papers(), sha256(value(await tray.pdf(paper.id)))]).toEqual([true, [paper], pdf]);
	});

	it('takes no number of the next papers by being renamed, turned or joined, but by being split', async () => {
		const { tray } = openTray();
		const paper = await scan(tray, 2);
		const [first = '', second = ''] = pageIds(paper);
		value(tray.edit({ type: 'rename', paperId: paper.id, name: 'Liite' }));
		value(tray.edit({ type: 'rotate page', paperId: paper.id, pageId: first, rotation: 90 }));
		expect(tray.edit({ type: 'split paper', paperId: paper.id, pageId: first }).ok).toBe(false);
		value(tray.edit({ type: 'split paper', paperId: paper.id, pageId: second }));
		tray.beginScan();
		expect(tray.papers().map(({ name }) => name)).toEqual(['Liite', 'Paperi 2', 'Paperi 3']);
	});

	it('stays in the order of the feeder, however long each page takes to be put away', async () => {
		const { tray } = openTray();
		const { id } = tray.beginScan();
		const pages = [
			await heavyPage(20_000_000),
			await scannedPage(1),
			{ ...(await scannedPage()), bytes: Buffer.from('no page') },
			await scannedPage(2)
		];
		const added = await Promise.all(pages.map((page) => tray.addPage(id, page, 'photo')));
		expect(added.map(({ ok }) => ok)).toEqual([true, true, false, true]);
		expect(paperOf(tray, id).pages.map(({ image }) => image.sizeBytes)).toEqual(
			[0, 1, 3].map((index) => pages[index]?.bytes.length)
		);
	});

	it('takes pages also while it is joined with another: they come into a paper of their own', async () => {
		const { tray } = openTray();
		const [one, two] = [await scan(tray, 1), await scan(tray, 1)];
		value(tray.edit({ type: 'merge papers', paperId: one.id, fromId: two.id }));
		value(await tray.addPage(two.id, await scannedPage(7), 'colour'));
		expect(tray.papers().map((paper) => paper.kind === 'pages' && [paper.name, paper.pages.length])).toEqual([
			['Paperi 1', 2],
			['Paperi 2', 1]
		]);
		tray.undo();
		expect(tray.papers().map((paper) => paper.kind === 'pages' && paper.pages.length)).toEqual([1, 2]);
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

describe('a document in the tray', () => {
	it('PDF: keeps its bytes and its name, is counted and drawn', async () => {
		const { tray } = openTray();
		const bytes = value(await tray.pdf((await scan(tray, 2)).id));
		const paper = value(await tray.addDocument('downloaded', '/tmp/Päätös öå.pdf', bytes));
		const thumbnail = await seen(value(await tray.thumbnail(paper.id, '1')));
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
		expect(await tray.thumbnail(paper.id, '2')).toEqual({ ok: false, fault: 'not-found' });
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
		expect((await seen(value(await tray.thumbnail(paper.id, '0')))).corner).toEqual(['upper right']);
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
