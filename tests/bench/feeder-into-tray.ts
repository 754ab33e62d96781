import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { readCapabilities } from '../../src/lib/server/adapters/escl/answers.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { jobSettings } from '../../src/lib/server/adapters/escl/job-settings.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { createTray } from '../../src/lib/server/adapters/tray/tmpfs-tray.ts';
import type { ScanRequest } from '../../src/lib/ports/scanner.ts';
import { inTurn, median, type Measure } from './figure.ts';
import { scan } from './portal-visit.ts';
import { startKiosk } from './running-kiosk.ts';
import { startScannerProcess, type ScannerProcess } from './simulated-scanner.ts';

const sheets = 10;
const request: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };
/** Ten sheets take a few dozen milliseconds: more rounds than elsewhere cost nothing. */
const roundsOfBytes = 5;
/** A fast office scanner: 60 pages a minute is 1000 ms; this one is three times as fast. */
const pageDelayMs = 333;

async function settingsFor({ url }: ScannerProcess): Promise<string> {
	const capabilities = readCapabilities(await (await fetch(`${url}/ScannerCapabilities`)).text());
	if (capabilities === null) throw new Error('the scanner is not understood');
	return jobSettings(request, capabilities).document;
}

/** What no program can be faster than: ask, take the bytes, keep them in memory. */
async function bareLoop({ url }: ScannerProcess, settings: string): Promise<number> {
	const startedAt = performance.now();
	const job = await fetch(`${url}/ScanJobs`, {
		method: 'POST',
		body: settings,
		headers: { 'content-type': 'text/xml' }
	});
	const pages: ArrayBuffer[] = [];
	for (;;) {
		const page = await fetch(new URL(`${job.headers.get('location') ?? ''}/NextDocument`, url));
		if (page.status === 404) break;
		pages.push(await page.arrayBuffer());
	}
	if (pages.length !== sheets) throw new Error(`${pages.length} pages instead of ${sheets}`);
	return performance.now() - startedAt;
}

/** The composed parts alone, as fast as they can. */
export const feederIntoTray: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const settings = await settingsFor(scanner);
	const directory = ended.adopt(await mkdtemp('/dev/shm/bench-tray-'), (folder) =>
		rm(folder, { recursive: true, force: true })
	);
	const tray = createTray({
		directory: `${directory}/tray`,
		limits: { maxBytes: 2 ** 30, maxPapers: 50, maxPagesPerPaper: 200, maxDocumentBytes: 100 * 2 ** 20 },
		documents: createDocuments(),
		clock: { now: Date.now },
		newId: randomUUID,
		neutralName: String,
		language: () => 'en'
	});
	const device = createEsclScanner({ url: scanner.url });
	const ours = async () => {
		await scanner.load(sheets);
		const startedAt = performance.now();
		const { id } = tray.beginScan();
		for await (const event of device.scan(request, AbortSignal.timeout(60_000))) {
			if (event.type === 'fault') throw new Error(event.report.detail);
			await tray.addPage(id, event.page, request.preset);
		}
		const took = performance.now() - startedAt;
		const [paper] = tray.papers();
		if (paper?.kind !== 'pages' || paper.pages.length !== sheets) throw new Error('pages are missing');
		await tray.wipe(AbortSignal.timeout(10_000));
		return took;
	};
	const bare = async () => {
		await scanner.load(sheets);
		return bareLoop(scanner, settings);
	};
	// The scanner draws each sheet once, and both roads warm up.
	for (let time = 0; time < 3; time++) await bare().then(ours);
	const taken = await inTurn(rounds * roundsOfBytes, ours, bare);
	const surplus = taken.ourValue - median(taken.baseline);
	return [
		{
			name: '10 sheets into the tray, no page delay',
			unit: 'ms',
			measured: 'eSCL adapter and tray | bare fetch loop into memory, same process, same scanner',
			...taken,
			limit: 1.1,
			notes: { 'more than the bare loop, ms a sheet': surplus / sheets }
		}
	];
};

/** The whole kiosk, its screen and thumbnails alive, at the pace of a fast device. */
export const feederThroughKiosk: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const settings = await settingsFor(scanner);
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	await scanner.load(sheets);
	await bareLoop(scanner, settings);
	const ours = async () => {
		await kiosk.startVisit();
		await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
		await scanner.load(sheets, pageDelayMs);
		const startedAt = performance.now();
		await scan(kiosk);
		const took = performance.now() - startedAt;
		await kiosk.endVisit();
		return took;
	};
	const bare = async () => {
		await scanner.load(sheets, pageDelayMs);
		return bareLoop(scanner, settings);
	};
	return [
		{
			name: `10 sheets through the whole kiosk, ${pageDelayMs} ms a page`,
			unit: 'ms',
			measured: 'command "start scan" until the view says done, screen and thumbnails alive | bare fetch loop',
			...(await inTurn(rounds, ours, bare)),
			limit: 1.1
		}
	];
};
