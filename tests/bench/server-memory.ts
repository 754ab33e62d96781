import type { Figure, Measure } from './figure.ts';
import { enterPortal, follow, logIn, scan } from './portal-visit.ts';
import { startKiosk, type RunningKiosk } from './running-kiosk.ts';
import { startScannerProcess, type ScannerProcess } from './simulated-scanner.ts';

/** Visits one after another: what one leaves in memory, the next adds to. */
const visits = 3;
/** Links of the demo portal, in Tabs from the top of a page: skip link, home, attachments, decision, messages, log out, download. */
const decisionLink = 4;
const downloadLink = 7;

async function visit(kiosk: RunningKiosk, scanner: ScannerProcess): Promise<{ before: number; after: number }> {
	await kiosk.startVisit();
	await scanner.load(2);
	const scanned = await scan(kiosk);
	await kiosk.command({ type: 'open paper', paperId: scanned });
	await kiosk.screen.untilSettled(null);
	await enterPortal(kiosk);
	await logIn(kiosk);
	await follow(kiosk, decisionLink);
	await follow(kiosk, downloadLink);
	let decision = '';
	await kiosk.untilVisit(({ papers }) => {
		decision = papers.find(({ kind }) => kind === 'document')?.id ?? '';
		return decision !== '';
	}, 'the decision lies in the tray');
	for (const paperId of [decision, scanned]) {
		await kiosk.command({ type: 'prepare print', paperId });
		await kiosk.command({
			type: 'print',
			paperId,
			copies: 1,
			twoSided: false,
			colour: 'color',
			pageRanges: [],
			fitToA4: false
		});
		await kiosk.untilVisit(({ printing }) => {
			if (printing.state === 'failed') throw new Error(`the print failed: ${printing.fault}`);
			return printing.state === 'done';
		}, 'it is printed');
		await kiosk.command({ type: 'print seen' });
	}
	const before = await kiosk.rssMb();
	await kiosk.endVisit();
	return { before, after: await kiosk.rssMb() };
}

/** Memory of the server process alone, at the end of whole visits. */
export const serverMemory: Measure = async () => {
	const scanner = await startScannerProcess();
	const kiosk = await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }).catch(async (error: unknown) => {
		await scanner.close();
		throw error;
	});
	try {
		const atStart = await kiosk.rssMb();
		const seen: { before: number; after: number }[] = [];
		for (let count = 0; count < visits; count++) seen.push(await visit(kiosk, scanner));
		const figure = (name: string, ours: number[]): Figure => ({
			name,
			unit: 'MB',
			measured: `VmRSS of the server process (demo portal and simulated printer inside), highest of ${visits} visits, 1 MB = 1024 kB`,
			ours,
			baseline: null,
			ourValue: Math.max(...ours),
			limit: 200
		});
		const before = seen.map((each) => each.before);
		return [
			{
				...figure('server memory before End', before),
				notes: { 'when it was started, MB': atStart, 'after each visit, MB': before.map(Math.round).join(', ') }
			},
			figure(
				'server memory after the wipe',
				seen.map((each) => each.after)
			)
		];
	} finally {
		await kiosk.close();
		await scanner.close();
	}
};
