import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { allWired, expectWellAgain, scanned, shortMs } from './scanner-house/scanner-house.ts';
import { numberOf, smallPages } from './scanner-house/small-pages.ts';

describe.each(Object.entries(allWired))('%s: a page', (_, open) => {
	it('that takes its time, but not too much of it, comes like any other', async () => {
		const house = await open();
		house.control.apply({ loadPages: 2, setPageDelayMs: 300 });
		expect(await scanned(house)).toEqual({ sheets: [1, 2], fault: null });
		await expectWellAgain(house);
		await house.close();
	});
});

it('eSCL: a page that comes byte by byte and never ends is timed out, although something always comes', async () => {
	const { url, control, close } = await startSimulatedEsclScanner({ pages: smallPages(2) });
	let pages = 0;
	const fetch: Fetch = async (address, init) => {
		const response = await globalThis.fetch(address, init);
		if (!address.endsWith('/NextDocument') || ++pages < 2) return response;
		const drops = new ReadableStream<Uint8Array>({
			async pull(controller) {
				await delay(20, undefined, init.signal ? { signal: init.signal } : {});
				controller.enqueue(Uint8Array.of(0xff));
			}
		});
		return new Response(drops, { status: 200 });
	};
	const scanner = createEsclScanner({ url, timeLimits: { pageMs: shortMs }, fetch });
	expect(await scanned({ scanner, control, sheetOf: numberOf, close })).toEqual({ sheets: [1], fault: 'timed-out' });
	await close();
});
