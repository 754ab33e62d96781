import { median, type Figure, type Measure } from './figure.ts';
import { drained, untilSeen } from './many-pages.ts';
import { scan } from './portal-visit.ts';
import { startKiosk } from './running-kiosk.ts';
import { startScannerProcess } from './simulated-scanner.ts';

const visits = 20;
/** From here on nothing may grow; until then it warms up. */
const settledAfter = 5;
/** One look is a matter of chance: memory waits for its collection, and a connection that is just being closed is an open file. */
const looks = 5;
const least = (seen: readonly number[]) => Math.min(...seen);
const pages = 50;

/** Visits one after another, each with a stack of heavy pages, thumbnails and a PDF. */
export const growth: Measure = async () => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess('colour'), (started) => started.close());
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	const after: { rssMb: number; descriptors: number; files: number }[] = [];
	for (let visit = 0; visit < visits; visit++) {
		await kiosk.startVisit();
		await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
		await scanner.load(pages);
		const paperId = await scan(kiosk, 'colour');
		await kiosk.command({ type: 'open paper', paperId });
		await untilSeen(kiosk);
		await drained(await kiosk.get(`/api/papers/${paperId}/pdf`));
		await kiosk.endVisit();
		after.push({ rssMb: await kiosk.rssMb(), ...(await kiosk.held()) });
	}
	const [settled, last] = [after.slice(settledAfter - 1, settledAfter - 1 + looks), after.slice(-looks)];
	const line = (
		name: string,
		unit: Figure['unit'],
		of: (seen: (typeof after)[number]) => number,
		limit: number,
		typical: (seen: readonly number[]) => number
	): Figure => ({
		name: `${name}, visit ${settledAfter} to ${visits}`,
		unit,
		measured: `after the wipe of each of ${visits} visits of ${pages} pages of 300 dpi in colour; the ${typical.name} of the last ${looks} less that of ${looks} from the ${settledAfter}th`,
		ours: after.map(of),
		baseline: null,
		ourValue: typical(last.map(of)) - typical(settled.map(of)),
		limit,
		notes: { 'after each visit': after.map((seen) => Math.round(of(seen))).join(', ') }
	});
	return [
		line('growth of server memory', 'MB', ({ rssMb }) => rssMb, 10, median),
		line('growth of open files', 'files', ({ descriptors }) => descriptors, 0, least),
		line('growth of files of visits', 'files', ({ files }) => files, 0, least)
	];
};
