import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pagesToPdf } from '../../src/lib/server/adapters/pdf/pages-to-pdf.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { popplerLimits } from '../../src/lib/server/adapters/pdf/poppler.ts';
import { openTray, output, scannedPage, sha256, value } from './tray-fixture.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdfOf = async (pages: number, title = 't') =>
	pagesToPdf(
		await Promise.all(
			Array.from({ length: pages }, async (_, seed) => ({ ...(await scannedPage(seed % 200)), rotation: 0 as const }))
		),
		{ title, language: 'fi', createdAt: new Date(0) }
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
		const { tray } = openTray({}, createDocuments({ maxPixels: 80_000 }));
		expect(await tray.addDocument('downloaded', 'a.png', await png.toBuffer())).toEqual({
			ok: false,
			fault: 'too-big'
		});
	});

	it('a PDF locked with a password is damaged for us; one that opens without is counted', async () => {
		const { tray, session } = openTray();
		writeFileSync(join(session, 'plain.pdf'), await pdfOf(2));
		const encrypted = (password: string) =>
			output(['qpdf', '--encrypt', password, 'owner', '256', '--', join(session, 'plain.pdf'), '-']);
		expect(await tray.addDocument('downloaded', 'a.pdf', await encrypted('secret'))).toEqual({
			ok: false,
			fault: 'damaged'
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
		const { tray } = openTray({}, slow);
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(1))).toEqual({ ok: false, fault: 'damaged' });
		value(await tray.addPage(tray.beginScan().id, await scannedPage()));
	});

	it('a page that is no JPEG is damaged, and the pages before it stay', async () => {
		const { tray } = openTray();
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await scannedPage()));
		const nonsense = { ...(await scannedPage()), bytes: latin1('half an answer') };
		expect(await tray.addPage(id, nonsense)).toEqual({ ok: false, fault: 'damaged' });
		expect(tray.papers()).toMatchObject([{ pages: [{ removed: false }] }]);
	});
});

describe('a tray that has no more room', () => {
	it('says so for pages, papers and bytes, keeps what it has, and takes more after a removal', async () => {
		const size = (await scannedPage()).bytes.length;
		const { tray, folder } = openTray({ maxPapers: 2, maxPagesPerPaper: 2, maxBytes: size * 3 + 50 });
		const page = await scannedPage();
		const [first, second] = [tray.beginScan().id, tray.beginScan().id];
		value(await tray.addPage(first, page));
		value(await tray.addPage(first, page));
		expect(await tray.addPage(first, page)).toEqual({ ok: false, fault: 'full' });
		value(await tray.addPage(second, page));
		expect(await tray.addPage(second, page)).toEqual({ ok: false, fault: 'full' });
		expect(await tray.addPage(tray.beginScan().id, page)).toEqual({ ok: false, fault: 'full' });
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(1))).toEqual({ ok: false, fault: 'full' });
		expect(readdirSync(folder)).toHaveLength(3);
		value(await tray.remove(first));
		value(await tray.addPage(second, page));
	});

	it('calls a document or page too big before looking into it', async () => {
		const { tray } = openTray({ maxDocumentBytes: 100 });
		expect(await tray.addDocument('downloaded', 'a.pdf', new Uint8Array(101))).toEqual({ ok: false, fault: 'too-big' });
		expect(await tray.addPage(tray.beginScan().id, await scannedPage())).toEqual({ ok: false, fault: 'too-big' });
	});

	it('calls a PDF with more pages than a paper may have too big', async () => {
		const { tray } = openTray({ maxPagesPerPaper: 3 });
		expect(await tray.addDocument('downloaded', 'a.pdf', await pdfOf(4))).toEqual({ ok: false, fault: 'too-big' });
	});
});

describe('somebody plants a symbolic link', () => {
	it('in place of a page: its target is never read', async () => {
		const { tray, session, folder } = openTray();
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await scannedPage()));
		const [file = ''] = readdirSync(folder);
		renameSync(join(folder, file), join(session, 'elsewhere.jpg'));
		symlinkSync(join(session, 'elsewhere.jpg'), join(folder, file));
		expect([await tray.pdf(id), await tray.thumbnail(id, 0)]).toEqual([
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
		value(await tray.addPage(tray.beginScan().id, await scannedPage()));
		expect([readdirSync(join(session, 'real')), readdirSync(folder)]).toEqual([['precious'], [expect.any(String)]]);
		unlinkSync(join(session, 'real', 'precious'));
	});

	it('where the folder is going to be: the tray does not open', () => {
		const { session } = openTray();
		symlinkSync('/etc', join(session, 'planted'));
		expect(() => openTray({}, createDocuments(), join(session, 'planted'))).toThrow('not a folder of ours');
	});
});

describe('a file that cannot be removed', () => {
	it('is a fault, not a crash, and the paper is gone from the list', async () => {
		const { tray, folder } = openTray();
		const paper = value(await tray.addDocument('captured', 'sivu.pdf', await pdfOf(1)));
		const [name = ''] = readdirSync(folder);
		unlinkSync(join(folder, name));
		mkdirSync(join(folder, name));
		expect([await tray.remove(paper.id), tray.papers()]).toEqual([{ ok: false, fault: 'damaged' }, []]);
	});
});

describe('bytes of a document', () => {
	it('stay what they are however often they are shown, named and asked for', async () => {
		const { tray } = openTray();
		const pdf = await pdfOf(3);
		const paper = value(await tray.addDocument('captured', 'sivu.pdf', pdf));
		value(tray.rename(paper.id, 'Toinen'));
		await Promise.all([0, 1, 2, 0, 1, 2].map(async (index) => value(await tray.thumbnail(paper.id, index))));
		expect(sha256(value(await tray.pdf(paper.id)))).toBe(sha256(pdf));
	});
});
