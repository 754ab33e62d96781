import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/lib/ports/text-reader.ts';
import {
	allSeen,
	bilevelPicture,
	heavyPage,
	openTray,
	output,
	pageIds,
	paperOf,
	scan,
	scannedPage,
	seeingDocuments,
	until,
	value
} from './tray-fixture.ts';

const word = (text: string): Word => ({ text, left: 40, top: 300, width: 60, height: 20 });

describe('looking at pages in the background', () => {
	it('begins when no further page comes; findings arrive by themselves, page by page, and are no edits', async () => {
		const documents = seeingDocuments();
		const { tray, quiet, folder } = openTray({ documents });
		const { id } = await scan(tray, 2, 'text');
		expect(documents.looked).toHaveLength(0);
		const told: [number, string | null][] = [];
		const stop = tray.onChange(({ papers, undoable }) => {
			const found = papers
				.flatMap((paper) => (paper.kind === 'pages' ? paper.pages : []))
				.filter(({ findings }) => findings);
			told.push([found.length, undoable]);
		});
		quiet();
		await until(tray, allSeen);
		stop();
		expect(told).toEqual([
			[1, null],
			[2, null]
		]);
		expect(paperOf(tray, id).pages.map(({ findings }) => findings)).toEqual(
			Array.from({ length: 2 }, () => ({
				maybeEmpty: false,
				leaningDegrees: 2,
				paperBox: null,
				bilevelBytes: bilevelPicture.bytes.length
			}))
		);
		expect([tray.undo(), readdirSync(folder).length]).toEqual([false, 4]);
	});

	it('waits again as soon as another page comes, and takes it up afterwards', async () => {
		const looking = Promise.withResolvers<void>();
		const first = Promise.withResolvers<void>();
		const documents = seeingDocuments();
		const { tray, quiet } = openTray({
			documents: {
				...documents,
				async examine(picture, preset) {
					first.resolve();
					await looking.promise;
					return documents.examine(picture, preset);
				}
			}
		});
		const { id } = await scan(tray, 2);
		quiet();
		await first.promise;
		value(await tray.addPage(id, await scannedPage(2), 'colour'));
		looking.resolve();
		await until(tray, ([paper]) => paper?.kind === 'pages' && paper.pages[0]?.findings !== null);
		value(await tray.pdf(id));
		expect(documents.looked).toHaveLength(1);
		quiet();
		await until(tray, allSeen);
		expect(documents.looked).toHaveLength(3);
	});

	it('lets thumbnails go first', async () => {
		const order: string[] = [];
		const documents = seeingDocuments();
		const { tray, quiet } = openTray({
			documents: {
				...documents,
				async examine(picture, preset) {
					order.push('look');
					return documents.examine(picture, preset);
				},
				async imageThumbnail(bytes, look) {
					const thumbnail = await documents.imageThumbnail(bytes, look);
					order.push('thumbnail');
					return thumbnail;
				}
			}
		});
		const paper = await scan(tray, 3);
		const thumbnails = pageIds(paper).map((pageId) => tray.thumbnail(paper.id, pageId));
		quiet();
		await until(tray, allSeen);
		await Promise.all(thumbnails);
		expect(order).toEqual(['thumbnail', 'thumbnail', 'thumbnail', 'look', 'look', 'look']);
	});

	it('of a page that cannot be read ends with nothing found, and the next page is looked at', async () => {
		const documents = seeingDocuments();
		let looks = 0;
		const { tray, quiet } = openTray({
			documents: {
				...documents,
				examine: async (picture, preset) =>
					++looks === 1 ? { ok: false, fault: 'damaged' } : documents.examine(picture, preset)
			}
		});
		const { id } = await scan(tray, 2);
		quiet();
		await until(tray, allSeen);
		expect([looks, paperOf(tray, id).pages.map(({ findings }) => findings?.leaningDegrees)]).toEqual([2, [0, 2]]);
	});

	it('puts a text into the PDF in black and white, until it is edited or its picture had to make room', async () => {
		const page = await heavyPage(3000);
		const documents = seeingDocuments((_, { straightenDegrees }) => (straightenDegrees === 0 ? null : 2500));
		const { tray, quiet, folder } = openTray({ documents, limits: { maxBytes: page.bytes.length * 2 + 50 } });
		const { id } = tray.beginScan();
		value(await tray.addPage(id, page, 'text'));
		quiet();
		await until(tray, allSeen);
		const kinds = async () =>
			(await output(['pdfimages', '-list', '-'], value(await tray.pdf(id))))
				.toString()
				.split('\n')
				.slice(2)
				.flatMap((line) => /(ccitt|jpeg)/.exec(line)?.[1] ?? []);
		expect(await kinds()).toEqual(['ccitt']);
		value(await tray.addPage(id, page, 'text'));
		expect(readdirSync(folder)).toHaveLength(2);
		quiet();
		await until(tray, allSeen);
		expect(await kinds()).toEqual(['ccitt', 'ccitt']);
		const [pageId = ''] = pageIds(paperOf(tray, id));
		value(tray.edit({ type: 'straighten page', paperId: id, pageId, on: true }));
		expect(await kinds()).toEqual(['jpeg', 'ccitt']);
	});
});

describe('reading pages in the background', () => {
	it('lays the words into the PDF, reads an edited page anew, and knows the words again after an undo', async () => {
		const read: string[] = [];
		const idle = { resolve: () => {} };
		const { tray, quiet } = openTray({
			documents: seeingDocuments((_, { lightness }) => 2000 + lightness),
			textReader: {
				async read(jpeg) {
					const text = `sana${jpeg.length - 2000}`;
					read.push(text);
					// In the next turn, when the words are kept.
					setImmediate(idle.resolve);
					return [word(text)];
				}
			}
		});
		const paper = await scan(tray, 1);
		const text = async () =>
			(await output(['pdftotext', '-', '-'], value(await tray.pdf(paper.id)))).toString().trim().split(/\s+/);
		const readNext = async () => {
			const { promise, resolve } = Promise.withResolvers<void>();
			idle.resolve = resolve;
			quiet();
			await promise;
		};
		expect(await text()).toEqual(['']);
		await readNext();
		expect(await text()).toEqual(['sana0']);
		value(tray.edit({ type: 'lighten page', paperId: paper.id, pageId: pageIds(paper)[0] ?? '', lightness: 2 }));
		expect(await text()).toEqual(['']);
		await readNext();
		expect(await text()).toEqual(['sana2']);
		tray.undo();
		quiet();
		expect([await text(), read]).toEqual([['sana0'], ['sana0', 'sana2']]);
	});

	it('of a page that is edited meanwhile is cut off, and begins anew when it is quiet', async () => {
		const cut: boolean[] = [];
		const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const { tray, quiet } = openTray({
			documents: seeingDocuments(),
			textReader: {
				read: (_, _dpi, signal) =>
					new Promise((resolve, reject) => {
						signal.addEventListener('abort', () => {
							cut.push(true);
							reject(new Error('aborted'));
						});
						begun[cut.length]?.resolve();
						if (cut.length > 0) resolve([]);
					})
			}
		});
		const paper = await scan(tray, 1);
		quiet();
		await begun[0]?.promise;
		value(tray.edit({ type: 'lighten page', paperId: paper.id, pageId: pageIds(paper)[0] ?? '', lightness: 1 }));
		expect(cut).toEqual([true]);
		quiet();
		await begun[1]?.promise;
		expect(cut).toEqual([true]);
	});
});
