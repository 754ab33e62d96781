import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OpenPdf } from '../../src/lib/ports/tray.ts';
import {
	allSeen,
	heavyPage,
	never,
	openTray,
	pageIds,
	paperOf,
	scan,
	seeingDocuments,
	sha256,
	until,
	value
} from './tray-fixture.ts';

const bytesOf = async ({ read }: OpenPdf, from: number, to: number) =>
	Buffer.concat(await Array.fromAsync(read(from, to)));

/** Documents that count how many PDFs they make. */
function countingDocuments() {
	const documents = seeingDocuments();
	const counting = {
		...documents,
		made: 0,
		pagesToPdf(...given: Parameters<typeof documents.pagesToPdf>) {
			counting.made += 1;
			return documents.pagesToPdf(...given);
		}
	};
	return counting;
}

describe('the PDF of a scan', () => {
	it('is made once while nothing changes, and again after an edit, not after its undo', async () => {
		const documents = countingDocuments();
		const { tray } = openTray({ documents });
		const paper = await scan(tray, 2);
		const both = await Promise.all([tray.pdf(paper.id), tray.pdf(paper.id)]);
		expect([new Set(both.map((pdf) => sha256(value(pdf)))).size, documents.made]).toEqual([1, 1]);
		value(tray.edit({ type: 'remove page', paperId: paper.id, pageId: pageIds(paper)[0] ?? '' }));
		expect([sha256(value(await tray.pdf(paper.id))) === sha256(value(both[0])), documents.made]).toEqual([false, 2]);
		tray.undo();
		expect([sha256(value(await tray.pdf(paper.id))) === sha256(value(both[0])), documents.made]).toEqual([true, 2]);
	});

	it('is kept for the last few papers only', async () => {
		const { tray, folder } = openTray();
		for (let count = 0; count < 6; count += 1) value(await tray.pdf((await scan(tray, 1)).id));
		expect(readdirSync(folder)).toHaveLength(6 + 4);
	});

	it('is read in any parts, of which a viewer never gets those of two', async () => {
		const { tray, quiet } = openTray({ documents: seeingDocuments() });
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await heavyPage(700_000), 'text'));
		const opened = value(await tray.openPdf(id, 'viewer'));
		const whole = value(await tray.pdf(id));
		const [middle, end] = [Math.floor(opened.sizeBytes / 2), opened.sizeBytes];
		quiet();
		await until(tray, allSeen);
		const later = value(await tray.openPdf(id, 'viewer'));
		const anew = value(await tray.openPdf(id, 'another'));
		expect([
			opened.sizeBytes,
			sha256(Buffer.concat([await bytesOf(opened, 0, middle), await bytesOf(later, middle, end)])),
			(await bytesOf(later, 5, 5)).length,
			anew.sizeBytes < opened.sizeBytes,
			(await bytesOf(anew, 0, 8)).toString('latin1')
		]).toEqual([whole.length, sha256(whole), 0, true, '%PDF-1.7']);
	});

	it('is for a document its own bytes', async () => {
		const { tray } = openTray();
		const pdf = value(await tray.pdf((await scan(tray, 2)).id));
		const letter = value(await tray.addDocument('captured', 'a.pdf', pdf));
		const opened = value(await tray.openPdf(letter.id, null));
		expect(sha256(await bytesOf(opened, 0, opened.sizeBytes))).toBe(sha256(pdf));
	});

	it('of a hundred pages never lies in the memory of the server, and is let go page by page', async () => {
		const { tray } = openTray();
		const page = await heavyPage(1_500_000);
		const { id } = tray.beginScan();
		for (let count = 0; count < 100; count += 1) value(await tray.addPage(id, page, 'colour'));
		const before = process.memoryUsage().arrayBuffers;
		const grown = () => Math.floor((process.memoryUsage().arrayBuffers - before) / page.bytes.length);
		let most = 0;
		const { sizeBytes, read } = value(await tray.openPdf(id, null));
		most = Math.max(most, grown());
		let seen = 0;
		for await (const part of read(0, sizeBytes)) {
			seen += part.length;
			most = Math.max(most, grown());
		}
		expect([seen > 100 * page.bytes.length, most < 40]).toEqual([true, true]);
	});
});

describe('making a paper fit', () => {
	const losses: string[] = [];
	/** Each page takes so many bytes, by its resolution. */
	const shrinking = (bytesByDpi: Readonly<Record<number, number>>) => {
		losses.length = 0;
		return seeingDocuments((loss) => {
			losses.push(loss === null ? 'as scanned' : `${loss.maxDpi} ${loss.quality}${loss.grey ? ' grey' : ''}`);
			return loss === null ? 20_000 : (bytesByDpi[loss.maxDpi] ?? 0);
		});
	};
	const openScan = async (bytesByDpi: Readonly<Record<number, number>>, pages: number) => {
		const { tray, folder } = openTray({ documents: shrinking(bytesByDpi) });
		return { tray, folder, paper: await scan(tray, pages) };
	};
	const fits = { 200: 15_000, 150: 9000, 110: 5000 };

	it('finds the least loss, tries no page in vain, and tells how far it is', async () => {
		const { tray, paper } = await openScan(fits, 4);
		const told: string[] = [];
		const fitted = value(await tray.fit(paper.id, 50_000, (done, total) => told.push(`${done}/${total}`), never));
		expect([fitted, told, losses]).toEqual([
			{ maxDpi: 150, quality: 60, grey: false, sizeBytes: expect.any(Number) },
			[
				'1/24',
				'2/24',
				'3/24',
				'5/24',
				'6/24',
				'7/24',
				'8/24',
				'9/24',
				'10/24',
				'11/24',
				'12/24',
				'13/24',
				'14/24',
				'15/24',
				'16/24',
				'24/24'
			],
			[
				...Array.from({ length: 3 }, () => 'as scanned'),
				...Array.from({ length: 4 }, () => '200 75'),
				...Array.from({ length: 4 }, () => '200 60'),
				...Array.from({ length: 4 }, () => '150 60')
			]
		]);
		const before = losses.length;
		value(tray.edit({ type: 'compress paper', paperId: paper.id, compression: fitted }));
		const pdf = value(await tray.pdf(paper.id));
		expect([pdf.length, pdf.length <= 50_000, losses.length - before]).toEqual([fitted?.sizeBytes, true, 0]);
	});

	it('needs nothing where the paper fits as it was scanned', async () => {
		const { tray, paper } = await openScan(fits, 2);
		expect(await tray.fit(paper.id, 100_000, () => {}, never)).toEqual({ ok: true, value: null });
		const asItIs = value(await tray.pdf(paper.id));
		expect(paperOf(tray, paper.id)).toMatchObject({ compression: null, measuredBytes: asItIs.length });
	});

	it('tells how many of the first pages would fit where the paper cannot, and those do', async () => {
		const { tray, paper } = await openScan(fits, 6);
		const cannot = await tray.fit(paper.id, 24_000, () => {}, never);
		expect(cannot).toEqual({ ok: false, fault: { kind: 'cannot-fit', pagesThatFit: 3 } });
		value(tray.edit({ type: 'split paper', paperId: paper.id, pageId: pageIds(paper)[3] ?? '' }));
		expect(await tray.fit(paper.id, 24_000, () => {}, never)).toMatchObject({ ok: true, value: { maxDpi: 110 } });
		expect(await tray.fit(paper.id, 3000, () => {}, never)).toEqual({
			ok: false,
			fault: { kind: 'cannot-fit', pagesThatFit: 0 }
		});
	});

	it('leaves a text in black and white, which is looked for first', async () => {
		const { tray } = openTray({ documents: shrinking(fits) });
		const { id } = await scan(tray, 3, 'text');
		expect([await tray.fit(id, 15_000, () => {}, never), allSeen([paperOf(tray, id)]), losses]).toEqual([
			{ ok: true, value: null },
			true,
			[]
		]);
	});

	it('cannot make a document smaller', async () => {
		const { tray, paper } = await openScan(fits, 2);
		const letter = value(await tray.addDocument('downloaded', 'a.pdf', value(await tray.pdf(paper.id))));
		expect([
			await tray.fit(letter.id, letter.sizeBytes, () => {}, never),
			await tray.fit(letter.id, letter.sizeBytes - 1, () => {}, never)
		]).toEqual([
			{ ok: true, value: null },
			{ ok: false, fault: { kind: 'cannot-fit', pagesThatFit: 0 } }
		]);
	});

	it('ends when it is cancelled, and leaves no file behind', async () => {
		const { tray, folder, paper } = await openScan(fits, 6);
		const cancel = new AbortController();
		const told: number[] = [];
		const onProgress = (done: number) => {
			told.push(done);
			if (done === 2) cancel.abort();
		};
		expect(await tray.fit(paper.id, 24_000, onProgress, cancel.signal)).toEqual({
			ok: false,
			fault: { kind: 'not-found' }
		});
		expect([told, readdirSync(folder).length]).toEqual([[1, 2], 6]);
	});
});
