import { describe, expect, it } from 'vitest';
import type { ScanFault, ScanRequest } from '../ports/scanner.ts';
import { createSimulatedHouse, scannedPage } from './testing/simulated-house.ts';

const minute = 60_000;

/** A visit at the scan screen whose scan has just been started. */
async function scanning(request: Partial<ScanRequest> = {}) {
	const house = createSimulatedHouse();
	await house.startVisit();
	house.session.command({ type: 'go to', screen: 'scan' });
	const start = { type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'text', ...request } as const;
	house.session.command(start);
	await house.settle();
	return {
		...house,
		start,
		now: () => house.visit().scanning,
		/** How many pages lie in each paper. */
		papers: () => house.visit().papers.map((paper) => (paper.kind === 'pages' ? paper.pages.length : 0)),
		async pages(count: number) {
			for (let page = 0; page < count; page += 1) house.scan().push({ type: 'page', page: scannedPage });
			await house.settle();
		},
		async ends() {
			house.scan().end();
			await house.settle();
		},
		async fails(fault: ScanFault) {
			house.scan().push({ type: 'fault', report: { fault, detail: '' } });
			await house.settle();
		},
		async goOn() {
			const answer = house.session.command({ type: 'continue scan' });
			await house.settle();
			return answer;
		}
	};
}

describe('a scan', () => {
	it('counts pages as they come', async () => {
		const house = await scanning();
		const seen = [house.now()];
		await house.pages(1);
		seen.push(house.now());
		await house.pages(1);
		await house.ends();
		const paperId = house.visit().papers[0]?.id;
		expect([...seen, house.now()]).toEqual([
			{ state: 'starting', takesLong: false },
			{ state: 'taking pages', paperId, pagesReceived: 1 },
			{ state: 'done', source: 'feeder', paperId, pagesReceived: 2, sheets: 2 }
		]);
		house.session.command({ type: 'scan seen' });
		expect(house.now()).toEqual({ state: 'idle' });
	});

	it('says so when the scanner takes long to start', async () => {
		const house = await scanning();
		await house.pass(4_000);
		expect(house.now()).toEqual({ state: 'starting', takesLong: true });
		await house.pages(1);
		expect(house.now().state).toBe('taking pages');
	});

	it('counts two sides to a sheet, and a sheet that was begun anew as another one', async () => {
		const house = await scanning({ sides: 'two-sided' });
		await house.pages(3);
		await house.fails('jam');
		await house.goOn();
		await house.pages(2);
		await house.ends();
		expect(house.now()).toMatchObject({ state: 'done', pagesReceived: 5, sheets: 3 });
	});

	it('keeps finished pages when the customer cancels, at once, and leaves no empty paper', async () => {
		const house = await scanning();
		house.session.command({ type: 'cancel scan' });
		expect(house.visit()).toMatchObject({ scanning: { state: 'idle' }, papers: [] });
		house.session.command(house.start);
		await house.settle();
		await house.pages(1);
		house.session.command({ type: 'cancel scan' });
		expect(house.now()).toMatchObject({ state: 'done', pagesReceived: 1 });
		expect(house.scan().aborted()).toBe(true);
	});

	it('refuses a second scan while one runs, and removing the paper that is being made', async () => {
		const house = await scanning();
		await house.pages(1);
		const paperId = house.visit().papers[0]?.id ?? '';
		const refused = { accepted: false, refusal: 'already-running' };
		expect(house.session.command(house.start)).toEqual(refused);
		expect(await house.goOn()).toEqual(refused);
		expect(house.session.command({ type: 'edit paper', edit: { type: 'remove paper', paperId } })).toEqual(refused);
	});

	it('of which nothing came from the glass is a fault, not an empty feeder', async () => {
		const house = await scanning({ source: 'flatbed' });
		await house.ends();
		expect(house.now()).toMatchObject({ state: 'failed', fault: 'io-error', pagesReceived: 0 });
	});
});

describe('a feeder without paper', () => {
	const waiting = { state: 'waiting for paper', feeder: 'empty', paperId: null, pagesReceived: 0 };

	it.each(['fault', 'nothing'] as const)(
		'is waited for, whether the device says it by a fault or by %s',
		async (how) => {
			const house = await scanning();
			await house.scannerIs('empty');
			await (how === 'fault' ? house.fails('feeder-empty') : house.ends());
			expect(house.now()).toEqual(waiting);
		}
	);

	it('begins by itself once paper lies in it, not with the first sheet of a pile', async () => {
		const house = await scanning();
		await house.scannerIs('empty');
		await house.fails('feeder-empty');
		await house.scannerIs('loaded');
		expect(house.now()).toEqual({ ...waiting, feeder: 'loaded' });
		await house.scannerIs('empty');
		await house.scannerIs('loaded');
		expect(house.now()).toEqual({ ...waiting, feeder: 'loaded' });
		await house.pass(1000);
		expect(house.now()).toEqual({ state: 'starting', takesLong: false });
		await house.pages(2);
		expect(house.now()).toMatchObject({ state: 'taking pages', pagesReceived: 2 });
	});

	it('that cannot be felt is begun by a press', async () => {
		const house = await scanning();
		await house.fails('feeder-empty');
		await house.pass(3000);
		expect(house.now()).toEqual({ ...waiting, feeder: 'unknown' });
		expect(await house.goOn()).toEqual({ accepted: true });
		await house.pages(1);
		expect(house.papers()).toEqual([1]);
	});

	it('leads back to the choice on cancel, and nobody asks the scanner any more', async () => {
		const house = await scanning();
		await house.fails('feeder-empty');
		await house.pass(1000);
		await house.pass(1000);
		house.session.command({ type: 'cancel scan' });
		expect(house.now()).toEqual({ state: 'idle' });
		const asked = house.scannerAsked();
		await house.pass(5000);
		expect([asked, house.scannerAsked()]).toEqual([3, 3]);
	});

	it('does not keep the screen from asking whether somebody is there, nor begins under that question', async () => {
		const house = await scanning();
		await house.scannerIs('empty');
		await house.fails('feeder-empty');
		await house.pass(5 * minute);
		expect(house.visit().presence.state).toBe('asked');
		await house.scannerIs('loaded');
		await house.pass(3000);
		expect(house.now()).toEqual({ ...waiting, feeder: 'loaded' });
		house.session.command({ type: 'I am here' });
		await house.pass(1000);
		expect(house.now().state).toBe('starting');
	});

	it('begins nothing while the customer is at another screen', async () => {
		const house = await scanning();
		await house.fails('feeder-empty');
		house.session.command({ type: 'go to', screen: 'papers' });
		await house.scannerIs('loaded');
		await house.pass(5000);
		expect(house.now().state).toBe('waiting for paper');
		house.session.command({ type: 'go to', screen: 'scan' });
		await house.pass(1000);
		expect(house.now().state).toBe('starting');
	});

	it('waits on while somebody else scans, and says so when the scanner is gone', async () => {
		const house = await scanning();
		await house.fails('feeder-empty');
		await house.scannerIs({ fault: 'busy' });
		expect(house.now().state).toBe('waiting for paper');
		await house.scannerIs({ fault: 'offline' });
		expect(house.now()).toMatchObject({ state: 'failed', fault: 'offline', over: false });
	});
});

describe('a fault', () => {
	it('keeps the pages before it, follows what the device says, and is over when the device says so', async () => {
		const house = await scanning();
		await house.scannerIs('jam');
		await house.pages(2);
		await house.fails('jam');
		const paperId = house.visit().papers[0]?.id;
		const failed = { state: 'failed', source: 'feeder', paperId, pagesReceived: 2 };
		const seen = [house.now()];
		await house.scannerIs('cover-open');
		seen.push(house.now());
		await house.scannerIs('loaded');
		expect([...seen, house.now()]).toEqual([
			{ ...failed, fault: 'jam', over: false, feeder: 'unknown' },
			{ ...failed, fault: 'cover-open', over: false, feeder: 'unknown' },
			{ ...failed, fault: 'cover-open', over: true, feeder: 'loaded' }
		]);
		await house.goOn();
		await house.pages(3);
		await house.ends();
		expect(house.now()).toMatchObject({ state: 'done', paperId, pagesReceived: 5 });
		expect(house.papers()).toEqual([5]);
	});

	it.each<[ScanFault, Parameters<Awaited<ReturnType<typeof scanning>>['scannerIs']>[0], boolean]>([
		['jam', 'unknown', false],
		['jam', 'empty', true],
		['cover-open', 'loaded', true],
		['offline', { fault: 'offline' }, false],
		['offline', 'unknown', true],
		['timed-out', 'empty', true],
		['busy', 'loaded', true],
		['out-of-memory', 'loaded', false],
		['bad-answer', 'loaded', false],
		['io-error', 'loaded', false]
	])('%s, while the scanner says %o, is over: %s', async (fault, says, over) => {
		const house = await scanning();
		await house.fails(fault);
		await house.scannerIs(says);
		expect(house.now()).toMatchObject({ state: 'failed', over });
	});

	it('comes back on the screen when it comes back at the device', async () => {
		const house = await scanning();
		await house.fails('offline');
		await house.scannerIs('empty');
		await house.scannerIs({ fault: 'offline' });
		expect(house.now()).toMatchObject({ state: 'failed', fault: 'offline', over: false });
	});

	it('can be tried again before the device says anything, and waits for paper where there is none', async () => {
		const house = await scanning();
		await house.pages(1);
		await house.fails('io-error');
		await house.goOn();
		await house.scannerIs('empty');
		await house.fails('feeder-empty');
		expect(house.now()).toMatchObject({ state: 'waiting for paper', feeder: 'empty', pagesReceived: 1 });
		house.session.command({ type: 'cancel scan' });
		expect(house.now()).toMatchObject({ state: 'done', pagesReceived: 1 });
	});

	it('of a full tray on the first page leaves no empty paper behind', async () => {
		const house = await scanning();
		house.scan().push({ type: 'page', page: { ...scannedPage, bytes: new Uint8Array(house.roomOfTray + 1) } });
		await house.settle();
		expect(house.visit()).toMatchObject({ scanning: { state: 'failed', fault: 'out-of-memory' }, papers: [] });
	});
});

describe('a scan that goes on', () => {
	it('takes page after page from the glass into one paper', async () => {
		const house = await scanning({ source: 'flatbed' });
		for (const more of [true, true, false]) {
			await house.pages(1);
			await house.ends();
			if (more) await house.goOn();
		}
		const paperId = house.visit().papers[0]?.id;
		expect(house.now()).toEqual({ state: 'done', source: 'flatbed', paperId, pagesReceived: 3, sheets: 3 });
		expect(house.papers()).toEqual([3]);
	});

	it('that is cancelled before its first page keeps what came before', async () => {
		const house = await scanning();
		await house.pages(2);
		await house.ends();
		await house.goOn();
		house.session.command({ type: 'cancel scan' });
		expect(house.now()).toMatchObject({ state: 'done', pagesReceived: 2 });
	});

	it('loses no page when its paper was taken away meanwhile, and counts anew', async () => {
		const house = await scanning();
		await house.pages(2);
		await house.fails('jam');
		const paperId = house.visit().papers[0]?.id ?? '';
		house.session.command({ type: 'edit paper', edit: { type: 'remove paper', paperId } });
		await house.settle();
		expect(house.now()).toMatchObject({ state: 'failed', paperId: null, pagesReceived: 0 });
		await house.goOn();
		await house.pages(1);
		await house.ends();
		expect(house.papers()).toEqual([1]);
		expect(house.now()).toMatchObject({ state: 'done', pagesReceived: 1, sheets: 1 });
	});

	it('is nothing to go on with once its paper was removed', async () => {
		const house = await scanning();
		await house.pages(1);
		await house.ends();
		const paperId = house.visit().papers[0]?.id ?? '';
		const remove = { type: 'edit paper', edit: { type: 'remove paper', paperId } } as const;
		expect(house.session.command(remove)).toEqual({ accepted: true });
		await house.settle();
		expect(house.visit()).toMatchObject({ scanning: { state: 'idle' }, papers: [] });
	});

	it('needs one that was begun', async () => {
		const house = await scanning();
		house.session.command({ type: 'cancel scan' });
		expect(await house.goOn()).toEqual({ accepted: false, refusal: 'not-now' });
	});
});
