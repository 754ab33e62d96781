import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Documents } from '../../src/lib/ports/documents.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { never, openTray, scannedPage, value } from './tray-fixture.ts';

const canary = 'CANARY-131052-308T';
const lookedAt = ['tray folder', 'open files of this process', 'papers and pictures in memory', 'unfinished tasks'];
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
		value(await tray.addPage(id, await marked()));
		value(await tray.thumbnail(id, 0));
		value(await tray.addDocument('downloaded', `${canary}.pdf`, value(await tray.pdf(id))));
		expect(everything(session)).toContain(canary);
		const told: number[] = [];
		tray.onChange((papers) => told.push(papers.length));
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(everything(session)).not.toContain(canary);
		expect([readdirSync(session), readdirSync(folder), tray.papers(), told]).toEqual([['tray'], [], [], [0, 0]]);
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
		const { tray } = openTray({ maxBytes: page.bytes.length });
		value(await tray.addPage(tray.beginScan().id, page));
		await tray.wipe(never);
		const { id, name } = tray.beginScan();
		value(await tray.addPage(id, page));
		expect(name).toBe('Paperi 1');
	});

	it('does not prove itself while a file of the tray is still open', async () => {
		const { tray, folder } = openTray();
		value(await tray.addPage(tray.beginScan().id, await marked()));
		const descriptor = openSync(join(folder, readdirSync(folder)[0] ?? ''), 'r');
		expect(await tray.wipe(never)).toEqual(proof(['1 open files of the tray']));
		closeSync(descriptor);
		expect(await tray.wipe(never)).toEqual(proof([]));
	});

	it('refuses late pages, edits and questions with ids of the visit before', async () => {
		const { tray, folder } = openTray();
		const { id } = tray.beginScan();
		const paper = value(await tray.addPage(id, await scannedPage()));
		const pageId = paper.pages[0]?.image.id ?? '';
		await tray.wipe(never);
		expect([
			await tray.addPage(id, await scannedPage()),
			tray.rename(id, 'x'),
			tray.rotatePage(id, pageId, 90),
			tray.setPageRemoved(id, pageId, true),
			await tray.pdf(id),
			await tray.thumbnail(id, 0),
			await tray.remove(id)
		]).toEqual(Array.from({ length: 7 }, () => ({ ok: false, fault: 'not-found' })));
		expect(readdirSync(folder)).toEqual([]);
	});

	it('stops what is still being read, drawn or taken in, and lets none of it into the next visit', async () => {
		const { tray, folder } = openTray();
		const { id } = tray.beginScan();
		for (const seed of [0, 1, 2, 3, 4]) value(await tray.addPage(id, await scannedPage(seed)));
		const pdf = value(await tray.pdf(id));
		const paper = value(await tray.addDocument('downloaded', 'a.pdf', pdf));
		const unfinished = [
			tray.addDocument('downloaded', 'late.pdf', pdf),
			tray.pdf(id),
			...[0, 1, 2, 3, 4].flatMap((index) => [tray.thumbnail(id, index), tray.thumbnail(paper.id, index)])
		];
		expect(await tray.wipe(never)).toEqual(proof([]));
		expect(await Promise.all(unfinished)).toEqual(unfinished.map(() => ({ ok: false, fault: 'not-found' })));
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
		const { tray, folder } = openTray({}, stuck);
		const late = tray.addDocument('downloaded', 'a.pdf', new Uint8Array(8));
		expect(await tray.wipe(AbortSignal.abort())).toEqual(proof(['1 unfinished tasks']));
		release.resolve();
		expect(await late).toEqual({ ok: false, fault: 'not-found' });
		expect([tray.papers(), readdirSync(folder)]).toEqual([[], []]);
		expect(await tray.wipe(never)).toEqual(proof([]));
	});
});
