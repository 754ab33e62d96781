import { readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pagesToPdf } from '../../src/lib/server/adapters/pdf/pages-to-pdf.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { popplerLimits } from '../../src/lib/server/adapters/pdf/poppler.ts';
import { openTray, output, scannedPage, sha256, value } from './tray-fixture.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdfOf = async (pages: number, title = 't') =>
	Buffer.concat(
		await Array.fromAsync(
			pagesToPdf(
				await Promise.all(
					Array.from({ length: pages }, async (_, seed) => {
						const { bytes, widthPx, heightPx, resolutionDpi } = await scannedPage(seed % 200);
						const picture = { kind: 'jpeg' as const, bytes, widthPx, heightPx, resolutionDpi };
						return { picture, rotation: 0 as const, words: [] };
					})
				),
				{ title, language: 'fi', createdAt: new Date(0) }
			)
		)
	);

describe('a document that is not what it says', () => {
	const png = sharp({
		create: {
			width: 300,
			height: 300,
			channels: 3,
			background: '#ff0000',
			noise: { type: 'gaussian', mean: 99, sigma: 40 }
		}
	}).png();
	it.each([
		['a zip called .pdf', () => latin1('PK\x03\x04 zip'), 'refused-type'],
		['a web page', () => latin1('<!doctype html><script>alert(1)</script>'), 'refused-type'],
		['a picture with scripts in it (SVG)', () => latin1('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'refused-type'],
		['a program', () => latin1('\x7fELF\x02\x01\x01'), 'refused-type'],
		['nothing at all', () => new Uint8Array(), 'refused-type'],
		['a PDF header and nothing behind it', () => latin1('%PDF-1.7\n'), 'damaged'],
		['a PDF header before a zip', () => latin1('%PDF-1.7\nPK\x03\x04 nonsense'), 'damaged'],
		[
			'a PDF without pages',
			() =>
				latin1(
					'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>'
				),
			'damaged'
		],
		[
			'a PDF with pages in a circle',
			() =>
				latin1(
					'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 5000>>endobj\ntrailer<</Root 1 0 R>>'
				),
			'damaged'
		],
		[
			'a PDF that claims two thousand million pages',
			() =>
				latin1(
					'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 2000000000>>endobj\ntrailer<</Root 1 0 R>>'
				),
			'damaged'
		],
		['a JPEG cut off in the middle', async () => (await scannedPage()).bytes.subarray(0, 1500), 'damaged'],
		['a JPEG header and nothing behind it', () => latin1('\xff\xd8\xff\xe0'), 'damaged'],
		['a PNG cut off in the middle', async () => (await png.toBuffer()).subarray(0, 20_000), 'damaged'],
		[
			'a PNG that claims a hundred thousand million pixels',
			async () => {
				const bytes = Buffer.from(await png.toBuffer());
				bytes.writeUInt32BE(400_000, 16);
				bytes.writeUInt32BE(400_000, 20);
				return bytes;
			},
			'damaged'
		]
	] as const)('%s gives a reason, leaves nothing behind, and the tray goes on', async (_, bytes, fault) => {
		const { tray, folder } = openTray();
		expect(await tray.addDocument('downloaded', 'Liite.pdf', await bytes())).toEqual({ ok: false, fault });
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
		expect((await tray.addDocument('downloaded', 'Liite.pdf', await pdfOf(1))).ok).toBe(true);
	});

	it('a picture with more pixels than memory is meant for is too big', async () => {
		const { tray } = openTray({ documents: createDocuments({ maxPixels: 80_000 }) });
		expect(await tray.addDocument('downloaded', 'a.png', await png.toBuffer())).toEqual({
			ok: false,
			fault: 'too-big'
		});
	});

	it('a PDF locked with a password is told as such; one that opens without is counted', async () => {
		const { tray, session } = openTray();
		writeFileSync(join(session, 'plain.pdf'), await pdfOf(2));
		const encrypted = (password: string) =>
			output(['qpdf', '--encrypt', password, 'owner', '256', '--', join(session, 'plain.pdf'), '-']);
		expect(await tray.addDocument('downloaded', 'a.pdf', await encrypted('secret'))).toEqual({
			ok: false,
			fault: 'password-protected'
		});
		expect(value(await tray.addDocument('downloaded', 'a.pdf', await encrypted('')))).toMatchObject({ pageCount: 2 });
	});

	it('a title that imitates the page count does not change it', async () => {
		const { tray } = openTray();
		const pdf = await pdfOf(2, 'x\nPages:           1\n');
		expect(value(await tray.addDocument('downloaded', 'a.pdf', pdf))).toMatchObject({ pageCount: 2 });
	});

	it('a PDF that takes longer than its time is damaged, and the tray goes on', async () => {
		const slow = createDocuments({ limits: { ...popplerLimits, timeoutMs: 1 } });
		const { tray } = openTray({ documents: slow });
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(1))).toEqual({ ok: false, fault: 'damaged' });
		value(await tray.addPage(tray.beginScan().id, await scannedPage(), 'text'));
	});

	it('a page that is no JPEG is damaged, and the pages before it stay', async () => {
		const { tray } = openTray();
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await scannedPage(), 'text'));
		const nonsense = { ...(await scannedPage()), bytes: latin1('half an answer') };
		expect(await tray.addPage(id, nonsense, 'text')).toEqual({ ok: false, fault: 'damaged' });
		expect(tray.papers()).toMatchObject([{ pages: [{ removed: false }] }]);
	});
});

describe('a tray that has no more room', () => {
	it('says so for pages and papers, and keeps what it has', async () => {
		const { tray, folder } = openTray({ limits: { maxPapers: 2, maxPagesPerPaper: 2 } });
		const page = await scannedPage();
		const [first, second, third] = [tray.beginScan().id, tray.beginScan().id, tray.beginScan().id];
		const adds = [first, first, first, second, third];
		const added = [];
		for (const id of adds) added.push((await tray.addPage(id, page, 'text')).ok);
		expect(added).toEqual([true, true, false, true, false]);
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(1))).toEqual({ ok: false, fault: 'full' });
		expect(readdirSync(folder)).toHaveLength(3);
	});

	it('gives up finished PDFs, then the oldest undo and its bytes, and takes the page after all', async () => {
		const page = await scannedPage();
		const { tray, folder } = openTray({ limits: { maxBytes: page.bytes.length * 4 } });
		const scanned = async () => {
			const { id } = tray.beginScan();
			value(await tray.addPage(id, page, 'text'));
			return id;
		};
		const [one, two, three] = [await scanned(), await scanned(), await scanned()];
		value(tray.edit({ type: 'remove paper', paperId: one }));
		value(tray.edit({ type: 'rename', paperId: three, name: 'Kolme' }));
		value(await tray.pdf(two));
		const undoable: (string | null)[] = [];
		tray.onChange((contents) => undoable.push(contents.undoable));
		const files = [readdirSync(folder).length];
		await scanned();
		files.push(readdirSync(folder).length);
		await scanned();
		files.push(readdirSync(folder).length);
		// Three pages and a PDF; four pages; four pages, the first removed one gone.
		expect(files).toEqual([4, 4, 4]);
		expect([tray.undo(), tray.undo(), tray.papers().map(({ name }) => name)]).toEqual([
			true,
			false,
			['Paperi 2', 'Paperi 3', 'Paperi 4', 'Paperi 5']
		]);
	});

	it('keeps every undo where even that would not help', async () => {
		const page = await scannedPage();
		const { tray } = openTray({ limits: { maxBytes: page.bytes.length * 2 } });
		const { id } = tray.beginScan();
		value(await tray.addPage(id, page, 'text'));
		value(await tray.addPage(id, page, 'text'));
		value(tray.edit({ type: 'rename', paperId: id, name: 'Kaksi' }));
		expect([await tray.addPage(id, page, 'text'), tray.undo()]).toEqual([{ ok: false, fault: 'full' }, true]);
	});

	it('still makes the PDF of what is in it', async () => {
		const page = await scannedPage();
		const { tray } = openTray({ limits: { maxBytes: page.bytes.length } });
		const { id } = tray.beginScan();
		value(await tray.addPage(id, page, 'text'));
		expect(value(await tray.pdf(id)).length).toBeGreaterThan(page.bytes.length);
	});

	it('calls a document or page too big before looking into it', async () => {
		const { tray } = openTray({ limits: { maxDocumentBytes: 100 } });
		expect([
			await tray.addDocument('downloaded', 'a.pdf', new Uint8Array(101)),
			await tray.addPage(tray.beginScan().id, await scannedPage(), 'text')
		]).toEqual([
			{ ok: false, fault: 'too-big' },
			{ ok: false, fault: 'too-big' }
		]);
	});

	it('tells a PDF with more pages than a paper may have', async () => {
		const { tray } = openTray({ limits: { maxPagesPerPaper: 3 } });
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(4))).toEqual({
			ok: false,
			fault: 'too-many-pages'
		});
	});
});

describe('somebody plants a symbolic link', () => {
	it('in place of a page: its target is never read', async () => {
		const { tray, session, folder } = openTray();
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await scannedPage(), 'text'));
		const [file = ''] = readdirSync(folder);
		renameSync(join(folder, file), join(session, 'elsewhere.jpg'));
		symlinkSync(join(session, 'elsewhere.jpg'), join(folder, file));
		expect([await tray.pdf(id), await tray.thumbnail(id, file)]).toEqual([
			{ ok: false, fault: 'damaged' },
			{ ok: false, fault: 'damaged' }
		]);
	});

	it('in place of the folder: neither writing nor wiping touches what it points to', async () => {
		const { tray, session, folder } = openTray();
		renameSync(folder, join(session, 'real'));
		writeFileSync(join(session, 'real', 'precious'), 'keep');
		symlinkSync(join(session, 'real'), folder);
		expect((await tray.wipe(new AbortController().signal)).proven).toBe(true);
		expect(readFileSync(join(session, 'real', 'precious'), 'utf8')).toBe('keep');
		value(await tray.addPage(tray.beginScan().id, await scannedPage(), 'text'));
		expect([readdirSync(join(session, 'real')), readdirSync(folder)]).toEqual([['precious'], [expect.any(String)]]);
		unlinkSync(join(session, 'real', 'precious'));
	});

	it('where the folder is going to be: the tray does not open', () => {
		const { session } = openTray();
		symlinkSync('/etc', join(session, 'planted'));
		expect(() => openTray({ directory: join(session, 'planted') })).toThrow('not a folder of ours');
	});
});

describe('bytes of a document', () => {
	it('stay what they are however often they are shown, named and asked for', async () => {
		const { tray } = openTray();
		const pdf = await pdfOf(3);
		const paper = value(await tray.addDocument('captured', 'sivu.pdf', pdf));
		value(tray.edit({ type: 'rename', paperId: paper.id, name: 'Toinen' }));
		await Promise.all(['0', '1', '2', '0', '1', '2'].map(async (page) => value(await tray.thumbnail(paper.id, page))));
		expect(sha256(value(await tray.pdf(paper.id)))).toBe(sha256(pdf));
	});
});
