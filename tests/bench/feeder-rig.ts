import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ScanRequest } from '../../src/lib/ports/scanner.ts';
import type { Tray } from '../../src/lib/ports/tray.ts';
import { readCapabilities } from '../../src/lib/server/adapters/escl/answers.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { jobSettings } from '../../src/lib/server/adapters/escl/job-settings.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { createTray } from '../../src/lib/server/adapters/tray/tmpfs-tray.ts';
import { startScannerProcess, type ScannerProcess } from './simulated-scanner.ts';

export const sheets = 10;
export const request: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };

/** A tray in a folder of its own on tmpfs. */
export async function benchTray(
	ended: AsyncDisposableStack
): Promise<{ readonly tray: Tray; readonly folder: string }> {
	const folder = ended.adopt(await mkdtemp('/dev/shm/bench-tray-'), (made) =>
		rm(made, { recursive: true, force: true })
	);
	const tray = createTray({
		directory: `${folder}/tray`,
		limits: { maxBytes: 2 ** 30, maxPapers: 50, maxPagesPerPaper: 200, maxDocumentBytes: 100 * 2 ** 20 },
		documents: createDocuments(),
		clock: { now: Date.now },
		newId: randomUUID,
		neutralName: String,
		language: () => 'en'
	});
	return { tray, folder };
}

export interface FeederRig {
	readonly scanner: ScannerProcess;
	readonly tray: Tray;
	/** On tmpfs, removed at the end. */
	readonly folder: string;
	/** Takes all sheets in; the id of the paper. */
	scanIntoTray(): Promise<string>;
	/** What no program can be faster than: ask, take the bytes, keep them in memory. */
	bareLoop(): Promise<void>;
}

/** A fast scanner and our way from it into the tray. */
export async function feederRig(ended: AsyncDisposableStack): Promise<FeederRig> {
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const { tray, folder } = await benchTray(ended);
	const device = createEsclScanner({ url: scanner.url });
	const settings = await settingsFor(scanner);
	return {
		scanner,
		tray,
		folder,
		async scanIntoTray() {
			const { id } = tray.beginScan();
			for await (const event of device.scan(request, AbortSignal.timeout(60_000))) {
				if (event.type === 'fault') throw new Error(event.report.detail);
				await tray.addPage(id, event.page, request.preset);
			}
			const paper = tray.papers().find((candidate) => candidate.id === id);
			if (paper?.kind !== 'pages' || paper.pages.length !== sheets) throw new Error('pages are missing');
			return id;
		},
		bareLoop: () => bareLoop(scanner, settings)
	};
}

export async function settingsFor({ url }: ScannerProcess): Promise<string> {
	const capabilities = readCapabilities(await (await fetch(`${url}/ScannerCapabilities`)).text());
	if (capabilities === null) throw new Error('the scanner is not understood');
	return jobSettings(request, capabilities).document;
}

export async function bareLoop({ url }: ScannerProcess, settings: string): Promise<void> {
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
}

/** How long it takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}
