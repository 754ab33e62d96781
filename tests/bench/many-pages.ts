import { quantile, type Figure, type Measure } from './figure.ts';
import { scan } from './portal-visit.ts';
import { startKiosk, type RunningKiosk } from './running-kiosk.ts';
import { startScannerProcess } from './simulated-scanner.ts';

const pages = 100;

/** Reads an answer to its end and keeps nothing of it; how many bytes it had. */
export async function drained(answer: Response): Promise<number> {
	if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
	let bytes = 0;
	for await (const chunk of answer.body ?? []) bytes += chunk.length;
	return bytes;
}

/** Whether every page has been looked at. */
export const untilSeen = (kiosk: RunningKiosk): Promise<number> =>
	kiosk.untilVisit(
		({ papers }) =>
			papers.every((paper) => paper.kind === 'document' || paper.pages.every(({ findings }) => findings !== null)),
		'every page has been looked at'
	);

/** A hundred heavy pages, looked at, and their PDF. */
export const manyPages: Measure = async () => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess('colour'), (started) => started.close());
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	const seen: Record<string, number> = {};
	const note = async (what: string) => void (seen[what] = await kiosk.rssMb());
	/** Looks at the memory again and again while something goes on; the highest. */
	const watching = async (what: string, work: () => Promise<unknown>) => {
		let highest = 0;
		const look = setInterval(() => void kiosk.rssMb().then((now) => (highest = Math.max(highest, now))), 50);
		try {
			await work();
		} finally {
			clearInterval(look);
		}
		seen[what] = Math.max(highest, await kiosk.rssMb());
	};
	await note('when it was started');
	await kiosk.startVisit();
	await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
	await scanner.load(pages);
	let paperId = '';
	await watching('while they came', async () => (paperId = await scan(kiosk, 'colour')));
	await watching('while they were looked at', () => untilSeen(kiosk));
	await note('with all of them in the tray');
	let bytes = 0;
	const pdf = `/api/papers/${paperId}/pdf`;
	await watching('while their PDF was made and read', async () => (bytes = await drained(await kiosk.get(pdf))));
	await drained(await kiosk.get(pdf, { range: `bytes=${bytes - 1000}-` }));
	await note('right after');
	await kiosk.endVisit();
	await note('after the wipe');
	const figure: Figure = {
		name: `server memory with ${pages} pages of 300 dpi in colour`,
		unit: 'MB',
		measured:
			'VmRSS of the server process (demo portal and simulated printer inside), highest of all moments, 1 MB = 1024 kB',
		ours: Object.values(seen),
		baseline: null,
		ourValue: quantile(Object.values(seen), 1),
		limit: 250,
		notes: { ...seen, 'the PDF, MB': bytes / 2 ** 20 }
	};
	return [figure];
};
