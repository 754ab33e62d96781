import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printer } from '../../src/lib/ports/printer.ts';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { never, print, request } from './printing-through.fixture.ts';

const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
	createIppPrinter({ uri, pollMs: 20, ...(fetch ? { fetch } : {}) });

const longDocument = async (pages: number): Promise<Buffer> => {
	const document = new PDFDocument({ autoFirstPage: false });
	const chunks: Buffer[] = [];
	document.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise((resolve) => document.once('end', resolve));
	for (let page = 1; page <= pages; page += 1) document.addPage({ size: 'A4' }).text(`Sivu ${page}`);
	document.end();
	await ended;
	return Buffer.concat(chunks);
};

const whole = request.document as Uint8Array;
const broken = {
	'an empty file': Buffer.alloc(0),
	'a page of the web': Buffer.from('<html><body>404</body></html>'),
	'a PDF of nothing but its name': Buffer.from('%PDF-1.7\n'),
	'noise that calls itself a PDF': Buffer.concat([
		Buffer.from('%PDF-1.4\n'),
		Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))
	]),
	'a PDF cut off before its first page': whole.subarray(0, 20)
};

describe('a document that is a trial', () => {
	let server: SimulatedIppPrinter;
	let folder: string;
	let roads: Record<'ipp' | 'cups', Printer>;
	beforeAll(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0 });
		folder = await mkdtemp('/dev/shm/documents-');
		roads = {
			ipp: speakIpp(server.uri),
			cups: createCupsPrinter({
				directory: join(folder, 'cupsd'),
				templates: resolve('kiosk-config/host/cups'),
				printerUri: server.uri,
				speakIpp,
				pollMs: 20
			})
		};
	});
	afterAll(async () => {
		await roads.cups.wipe(never);
		await server.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('by its 1,000 pages is printed to the last', async () => {
		const document = await longDocument(1000);
		for (const road of ['ipp', 'cups'] as const) {
			const events = await print(roads[road], () => {}, { document, impressions: 1000 });
			expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 1000 });
		}
	});

	it.each(['ipp', 'cups'] as const)(
		'since it is broken is refused or given up, and the next is printed (%s)',
		async (road) => {
			const outcomes: Record<string, unknown> = {};
			for (const [name, document] of Object.entries(broken)) {
				const last = (await print(roads[road], () => {}, { document })).at(-1);
				outcomes[name] = last?.type === 'failed' ? last.report.fault : last?.type;
			}
			const refused = Object.fromEntries(Object.keys(broken).map((name) => [name, 'document-refused']));
			// CUPS 2.4.2 calls the request itself bad.
			expect(outcomes).toStrictEqual(road === 'ipp' ? refused : { ...refused, 'an empty file': 'bad-answer' });
			expect(await roads[road].openJobs(never)).toStrictEqual({ ok: true, value: 0 });
			expect((await print(roads[road])).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
		}
	);
});
