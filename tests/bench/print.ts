import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPrivateCupsd } from '../../src/lib/server/adapters/cups/private-cupsd.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { run } from '../../src/lib/server/process/run.ts';
import { startSimulatedIppPrinter } from '../../src/lib/server/simulated/ipp-printer/start.ts';
import type { PagesToPrint } from '../../src/lib/session/session-view.ts';
import { inTurn, median, quantile, type Figure, type Measure } from './figure.ts';
import { untilSeen } from './many-pages.ts';
import { scan } from './portal-visit.ts';
import { startKiosk, type RunningKiosk } from './running-kiosk.ts';
import { startScannerProcess } from './simulated-scanner.ts';

const lengths = [1, 10, 100];
const previewPages = 50;

/** `lp` over a cupsd of its own, started and warm, to a printer. */
async function startLp(printerUri: string, ended: AsyncDisposableStack) {
	const folder = ended.adopt(await mkdtemp('/dev/shm/bench-lp-'), (made) => rm(made, { recursive: true, force: true }));
	const directory = join(folder, 'cupsd');
	const templates = resolve('kiosk-config/host/cups');
	const started = await startPrivateCupsd({ directory, printerUri, templates });
	if (!started.ok) throw new Error(`${started.fault.fault}: ${started.fault.detail}`);
	const cupsd = ended.adopt(started.value, async (running) => void (await running.stop()));
	const queue = createIppPrinter({ uri: cupsd.uri, fetch: cupsd.fetch, userName: 'lp' });
	const never = new AbortController().signal;
	const untilQueue = async (what: string, isSo: () => Promise<boolean>) => {
		for (let looks = 0; !(await isSo()); looks++) {
			if (looks > 1000) throw new Error(`never happened: ${what}`);
			await sleep(20);
		}
	};
	await untilQueue('the queue knows its printer', async () => {
		const told = await queue.attributes(never);
		return told.ok && told.value.makeAndModel !== 'Local Raw Printer';
	});
	return {
		folder,
		/** Milliseconds until `lp` came back. Resolves when the queue is empty. */
		async print(file: string) {
			const startedAt = performance.now();
			const argv = ['lp', '-h', join(directory, 'cups.sock'), '-U', 'lp', '-d', 'kiosk', '-s', file] as const;
			const outcome = await run([...argv], { timeoutMs: 60_000 });
			const took = performance.now() - startedAt;
			if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`lp: ${outcome.stderr}`);
			await untilQueue('the queue is empty', async () => {
				const open = await queue.openJobs(never);
				return open.ok && open.value === 0;
			});
			return took;
		}
	};
}

async function scannedPaper(
	kiosk: RunningKiosk,
	scanner: Awaited<ReturnType<typeof startScannerProcess>>,
	pages: number
) {
	await scanner.load(pages);
	const paperId = await scan(kiosk);
	await untilSeen(kiosk);
	return paperId;
}

/** From the button to a printer that has all of the paper, through the whole kiosk; each time the PDF is made anew. */
export const printAccepted: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const printer = ended.adopt(await startSimulatedIppPrinter({ pageMs: 0 }), (started) => started.close());
	const lp = await startLp(printer.uri, ended);
	const kiosk = ended.adopt(
		await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}`, printer: printer.uri }),
		(started) => started.close()
	);
	await kiosk.startVisit();
	await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
	const figures: Figure[] = [];
	for (const pages of lengths) {
		const paperId = await scannedPaper(kiosk, scanner, pages);
		const file = join(lp.folder, `${pages}.pdf`);
		await writeFile(file, Buffer.from(await (await kiosk.get(`/api/papers/${paperId}/pdf`)).arrayBuffer()));
		let names = 0;
		const ours = async () => {
			await kiosk.command({ type: 'edit paper', edit: { type: 'rename', paperId, name: `Letter ${++names}` } });
			await kiosk.command({ type: 'prepare print', paperId });
			await (await kiosk.get(`/api/papers/${paperId}/pages`)).arrayBuffer();
			const startedAt = performance.now();
			const choices = { copies: 1, twoSided: false, colour: 'monochrome' as const, pageRanges: [], fitToA4: false };
			await kiosk.command({ type: 'print', paperId, ...choices });
			const stages = (fits: readonly string[], what: string) =>
				kiosk.untilVisit(({ printing }) => {
					if (printing.state === 'failed') throw new Error(`the print failed: ${printing.fault}`);
					return fits.includes(printing.state);
				}, what);
			const acceptedAt = await stages(['sent', 'printing', 'done'], 'the printer has the paper');
			await stages(['done'], 'it is printed');
			await kiosk.command({ type: 'print seen' });
			printer.control.apply({ do: 'clearReceived' });
			return acceptedAt - startedAt;
		};
		const cameBack: number[] = [];
		const theirs = async () => {
			const { promise: hasCome, resolve } = Promise.withResolvers<number>();
			printer.control.tamperWith((answer) => {
				if (printer.control.received.length > 0) resolve(performance.now());
				return answer;
			});
			const startedAt = performance.now();
			cameBack.push(await lp.print(file));
			const took = (await hasCome) - startedAt;
			printer.control.tamperWith(undefined);
			printer.control.apply({ do: 'clearReceived' });
			return took;
		};
		// Both roads warm up.
		await ours();
		await theirs();
		cameBack.length = 0;
		const taken = await inTurn(rounds, ours, theirs);
		figures.push({
			name: `print of ${pages} pages accepted`,
			unit: 'ms',
			measured:
				'command "print" until the view says that the printer has the whole document, PDF made on the way, whole kiosk and screen alive | lp with a finished PDF, over a cupsd that is warm, until the same printer has the whole document',
			...taken,
			limit: 1,
			notes: { 'lp came back, which is when only cupsd has it, ms': median(cameBack) }
		});
	}
	return figures;
};

/** From "print" on a paper until its pages are known and the first is to be seen. */
export const printPreview: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess('colour'), (started) => started.close());
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	await kiosk.startVisit();
	await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
	const paperId = await scannedPaper(kiosk, scanner, previewPages);
	const pagesToPrint = async () =>
		((await (await kiosk.get(`/api/papers/${paperId}/pages`)).json()) as PagesToPrint).pages;
	const pageIds = (await pagesToPrint()).map(({ id }) => id);
	const ours: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const turned = pageIds[round % previewPages] ?? '';
		// A page that is turned has no thumbnail yet.
		const edit = { type: 'rotate page', paperId, pageId: turned, rotation: 180 } as const;
		await kiosk.command({ type: 'edit paper', edit });
		const startedAt = performance.now();
		const pages = await pagesToPrint();
		const picture = await kiosk.get(`/api/papers/${paperId}/thumbnails/${turned}`);
		if (!picture.ok || (await picture.arrayBuffer()).byteLength === 0) throw new Error('no thumbnail');
		ours.push(performance.now() - startedAt);
		if (pages.length !== previewPages) throw new Error(`${pages.length} pages`);
	}
	return [
		{
			name: `first sheet of a print of ${previewPages} pages seen`,
			unit: 'ms',
			measured: 'asking the pages with their sizes, then a thumbnail that is drawn anew, 300 dpi in colour; highest',
			ours,
			baseline: null,
			ourValue: quantile(ours, 1),
			limit: 300
		}
	];
};
