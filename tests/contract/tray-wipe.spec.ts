import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Documents } from '../../src/lib/ports/documents.ts';
import type { TrayContents } from '../../src/lib/ports/tray.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { heavyPage, never, openTray, pageIds, scan, scannedPage, seeingDocuments, value } from './tray-fixture.ts';

const canary = 'CANARY-131052-308T';
const lookedAt = [
	'tray folder',
	'open files of this process',
	'papers, pictures and words in memory',
	'edits that could be taken back',
	'unfinished tasks'
];
const proof = (found: readonly string[]) => ({
	step: 'tray',
	proven: found.length === 0,
	lookedAt,
	found,
	durationMs: expect.any(Number)
});

/** Every file below a folder, whole. */
const everything = (folder: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
		.join();

async function marked() {
	const page = await scannedPage();
	// A comment segment (FF FE) right behind the start of the image.
	const comment = Buffer.from(`\xff\xfe\x00${String.fromCharCode(canary.length + 2)}${canary}`, 'latin1');
	return { ...page, bytes: Buffer.concat([page.bytes.subarray(0, 2), comment, page.bytes.subarray(2)]) };
}

describe('wiping the tray', () => {
	it('leaves nothing of a visit below the session folder and proves it, again and again', async () => {
		const { tray, session, folder } = openTray();
		const { id } = tray.beginScan();
		const { pages } = value(await tray.addPage(id, await marked(), 'text'));
		value(await tray.thumbnail(id, pages[0]?.image.id ?? ''));
		value(await tray.addDocument('downloaded', `${canary}.pdf`, value(await tray.pdf(id))));
		value(tray.edit({ type: 'rename', paperId: id, name: canary }));
		value(tray.edit({ type: 'remove paper', paperId: id }));
		expect(everything(session)).toContain(canary);
		const told: TrayContents[] = [];
		tray.onChange((contents) => told.push(contents));
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(everything(session)).not.toContain(canary);
		expect([readdirSync(session), readdirSync(folder), tray.papers(), tray.undo(), told]).toEqual([
			['tray'],
			[],
			[],
			false,
			[
				{ papers: [], undoable: null },
				{ papers: [], undoable: null }
			]
		]);
	});

	it('removes what a crashed run or somebody else left in the folder', async () => {
		const { tray, session, folder } = openTray();
		mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
		writeFileSync(join(folder, 'deep', 'er', 'x.part'), canary);
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(everything(session)).not.toContain(canary);
	});

	it('begins the next visit from the start: first neutral name, all the room', async () => {
		const page = await scannedPage();
		const { tray } = openTray({ limits: { maxBytes: page.bytes.length } });
		value(await tray.addPage(tray.beginScan().id, page, 'text'));
		await tray.wipe(never);
		const { id, name } = tray.beginScan();
		value(await tray.addPage(id, page, 'text'));
		expect(name).toBe('Paperi 1');
	});

	it('does not prove itself while a file of the tray is still open', async () => {
		const { tray, folder } = openTray();
		value(await tray.addPage(tray.beginScan().id, await marked(), 'text'));
		const descriptor = openSync(join(folder, readdirSync(folder)[0] ?? ''), 'r');
		expect(await tray.wipe(never)).toEqual(proof(['1 open files of the tray']));
		closeSync(descriptor);
		expect(await tray.wipe(never)).toEqual(proof([]));
	});

	it('refuses late pages, edits and questions with ids of the visit before', async () => {
		const { tray, folder } = openTray();
		const paper = await scan(tray, 1);
		const { id } = paper;
		const [pageId = ''] = pageIds(paper);
		await tray.wipe(never);
		expect([
			await tray.addPage(id, await scannedPage(), 'text'),
			await tray.pdf(id),
			await tray.openPdf(id, null),
			await tray.thumbnail(id, pageId)
		]).toEqual(Array.from({ length: 4 }, () => ({ ok: false, fault: 'not-found' })));
		expect([
			tray.edit({ type: 'rotate page', paperId: id, pageId, rotation: 90 }),
			await tray.fit(id, 1, () => {}, never),
			tray.undo(),
			readdirSync(folder)
		]).toEqual([{ ok: false, fault: 'no-such-paper' }, { ok: false, fault: { kind: 'not-found' } }, false, []]);
	});

	it('stops what is still being read, drawn or taken in, and lets none of it into the next visit', async () => {
		const { tray, folder } = openTray();
		const paper = await scan(tray, 5);
		const pdf = value(await tray.pdf(paper.id));
		const letter = value(await tray.addDocument('downloaded', 'a.pdf', pdf));
		const page = await scannedPage();
		const unfinished = [
			tray.addPage(paper.id, page, 'text'),
			tray.addPage(paper.id, page, 'text'),
			tray.addDocument('downloaded', 'late.pdf', pdf),
			tray.pdf(paper.id),
			tray.openPdf(paper.id, 'viewer'),
			...pageIds(paper).map((pageId) => tray.thumbnail(paper.id, pageId)),
			...['0', '1', '2'].map((page) => tray.thumbnail(letter.id, page))
		];
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(await Promise.all(unfinished)).toEqual(unfinished.map(() => ({ ok: false, fault: 'not-found' })));
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
	});

	it('cuts off whoever is still reading a PDF, and waits for nobody who does not', async () => {
		const { tray } = openTray();
		const { id } = tray.beginScan();
		value(await tray.addPage(id, await heavyPage(1_500_000), 'photo'));
		const { sizeBytes, read } = value(await tray.openPdf(id, null));
		const sleeper = read(0, sizeBytes).getReader();
		expect((await sleeper.read()).value?.length).toBe(262_144);
		const greedy = (async () => {
			for (;;) await Array.fromAsync(read(0, sizeBytes));
		})();
		const cutOff = expect(greedy).rejects.toThrow('the PDF is gone');
		expect(await tray.wipe(never)).toEqual(proof([]));
		await cutOff;
		await expect(sleeper.read()).rejects.toThrow('the PDF is gone');
	});

	it('stops looking at pages, reading them and making them fit', async () => {
		const reading = Promise.withResolvers<void>();
		const { tray, quiet, folder } = openTray({
			documents: seeingDocuments(() => 5000),
			textReader: {
				read: (_, _dpi, signal) =>
					new Promise((_resolve, reject) => {
						reading.resolve();
						signal.addEventListener('abort', () => reject(new Error('aborted')));
					})
			}
		});
		const { id } = await scan(tray, 3);
		quiet();
		await reading.promise;
		const fitting = tray.fit(id, 1000, () => {}, never);
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(await fitting).toEqual({ ok: false, fault: { kind: 'not-found' } });
		quiet();
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
	});

	it('does not wait for ever: work that does not end is told, and the wipe is not proven', async () => {
		const release = Promise.withResolvers<void>();
		const stuck: Documents = {
			...createDocuments(),
			inspect: async () => {
				await release.promise;
				return { ok: true, value: { mediaType: 'application/pdf', pageCount: 1 } };
			}
		};
		const { tray, folder } = openTray({ documents: stuck });
		const late = tray.addDocument('downloaded', 'a.pdf', new Uint8Array(8));
		expect(await tray.wipe(AbortSignal.abort())).toEqual(proof(['1 unfinished tasks']));
		release.resolve();
		expect(await late).toEqual({ ok: false, fault: 'not-found' });
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
		expect(await tray.wipe(never)).toEqual(proof([]));
	});
});
