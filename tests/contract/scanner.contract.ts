import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScanFault, ScannedPage, Scanner, ScannerCapabilities, ScanRequest } from '../../src/lib/ports/scanner.ts';

/** What a scanner under test can do. What can befall it stands in tests/faults, a file for each. */
export interface ScannerOffers {
	readonly capabilities: ScannerCapabilities;
	/** `loadable`: sheets are laid in by `load`. A number: so many sheets each time. */
	readonly feeder: 'loadable' | 'absent' | number;
	/** Whether the very bytes of the device arrive. */
	readonly untouched: boolean;
}

export interface ScannerFixture {
	readonly scanner: Scanner;
	load(sheets: number): void;
	/** From now on no page comes for a long time. */
	slowDown(): void;
	/** Pages come as fast as before again, and there is one sheet more. */
	speedUp(): void;
	/** Which of the loaded sheets this is, from 1. */
	sheetOf(page: ScannedPage): Promise<number>;
	/** The JPEG of this sheet as the device has it. */
	sheet(number: number): Uint8Array;
	/** Scans that the device itself still works on; always 0 where it cannot be asked. */
	heldByDevice(): number;
	/** The files under the session's folder. */
	files(): Promise<readonly string[]>;
	close(): Promise<void>;
}

export const never = new AbortController().signal;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export interface TakenIn {
	readonly pages: readonly ScannedPage[];
	readonly fault: ScanFault | null;
}

/** Takes everything in, and sees to it that nothing follows a fault. */
export async function takeIn(
	scanner: Scanner,
	request: ScanRequest,
	signal: AbortSignal = never,
	onPage: () => void = () => {}
): Promise<TakenIn> {
	const pages: ScannedPage[] = [];
	let fault: ScanFault | null = null;
	for await (const event of scanner.scan(request, signal)) {
		expect(fault).toBeNull();
		if (event.type === 'fault') fault = event.report.fault;
		else {
			pages.push(event.page);
			onPage();
		}
	}
	return { pages, fault };
}

export function describeScanner(name: string, offers: ScannerOffers, open: () => Promise<ScannerFixture>): void {
	describe(name, () => {
		let fixture: ScannerFixture;
		beforeEach(async () => {
			fixture = await open();
		});
		afterEach(() => fixture.close());

		const source = offers.feeder === 'absent' ? 'flatbed' : 'feeder';
		const request: ScanRequest = { source, sides: 'one-sided', preset: 'text' };
		const sheetsOf = (pages: readonly ScannedPage[]) => Promise.all(pages.map((page) => fixture.sheetOf(page)));
		const proven = { step: 'scanner', proven: true, found: [] };

		it('tells what it can do', async () => {
			expect(await fixture.scanner.capabilities(never)).toEqual({ ok: true, value: offers.capabilities });
		});

		if (offers.feeder === 'loadable')
			it('gives two sheets as two pages in their order', async () => {
				fixture.load(2);
				const { pages, fault } = await takeIn(fixture.scanner, request);
				expect({ sheets: await sheetsOf(pages), fault }).toEqual({ sheets: [1, 2], fault: null });
				expect(pages.map(({ mediaType, resolutionDpi }) => ({ mediaType, resolutionDpi }))).toEqual(
					pages.map(() => ({ mediaType: 'image/jpeg', resolutionDpi: 300 }))
				);
			});

		if (typeof offers.feeder === 'number')
			it('gives every sheet of the feeder', async () => {
				const { pages, fault } = await takeIn(fixture.scanner, request);
				expect({ count: pages.length, fault }).toEqual({ count: offers.feeder, fault: null });
			});

		if (offers.capabilities.duplex)
			it('gives both sides of each sheet in reading order', async () => {
				fixture.load(2);
				const { pages, fault } = await takeIn(fixture.scanner, { ...request, sides: 'two-sided' });
				expect({ sheets: await sheetsOf(pages), fault }).toEqual({ sheets: [1, 2, 3, 4], fault: null });
			});

		if (offers.capabilities.sources.includes('flatbed'))
			it('gives one page from the glass', async () => {
				const { pages, fault } = await takeIn(fixture.scanner, { ...request, source: 'flatbed' });
				expect({ count: pages.length, fault }).toEqual({ count: 1, fault: null });
			});

		if (offers.untouched)
			it('passes on the very bytes of the device', async () => {
				fixture.load(3);
				const { pages } = await takeIn(fixture.scanner, request);
				expect(pages.map(({ bytes }) => sha256(bytes))).toEqual([1, 2, 3].map((sheet) => sha256(fixture.sheet(sheet))));
			});

		if (offers.feeder !== 'absent')
			it('keeps the finished pages when cancelled, and frees the device', async () => {
				fixture.load(5);
				const cancel = new AbortController();
				const { pages, fault } = await takeIn(fixture.scanner, request, cancel.signal, () => {
					fixture.slowDown();
					cancel.abort();
				});
				expect({ sheets: await sheetsOf(pages), fault }).toEqual({ sheets: [1], fault: null });
				expect(fixture.heldByDevice()).toBe(0);
				fixture.speedUp();
				expect((await takeIn(fixture.scanner, request)).fault).toBeNull();
			});

		if (offers.feeder !== 'absent')
			it('cancels while a page is on its way', async () => {
				fixture.load(5);
				const cancel = new AbortController();
				const first = Promise.withResolvers<void>();
				const taking = takeIn(fixture.scanner, request, cancel.signal, () => {
					fixture.slowDown();
					first.resolve();
				});
				await first.promise;
				cancel.abort();
				expect((await taking).fault).toBeNull();
				expect(fixture.heldByDevice()).toBe(0);
			});

		it('frees the device when nobody wants the pages any more', async () => {
			fixture.load(3);
			for await (const event of fixture.scanner.scan(request, never)) {
				expect(event.type).toBe('page');
				break;
			}
			expect(fixture.heldByDevice()).toBe(0);
			fixture.speedUp();
			expect((await takeIn(fixture.scanner, request)).fault).toBeNull();
		});

		it('ends a running scan quietly and proves it when wiped, even twice', async () => {
			fixture.load(5);
			const scan = fixture.scanner.scan(request, never)[Symbol.asyncIterator]();
			expect((await scan.next()).value).toMatchObject({ type: 'page' });
			expect(await fixture.scanner.wipe(never)).toMatchObject(proven);
			expect(fixture.heldByDevice()).toBe(0);
			expect(await fixture.files()).toEqual([]);
			expect((await scan.next()).done).toBe(true);
			expect(await fixture.scanner.wipe(never)).toMatchObject(proven);
		});
	});
}
