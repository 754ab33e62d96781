import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { scanFaults } from '../../src/lib/ports/scanner.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { smallPages } from './scanner-house/small-pages.ts';

const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;
const rounds = 20_000;
const firstRounds = 2_000;
/** What the heap may hold more after ten times as many rounds. It moves by half a megabyte; a timer left by each request would be 25 MB. */
const growthBytes = 4 * 1024 * 1024;
/** It takes five seconds of one processor. */
const limitMs = 300_000;

interface Answer {
	readonly status: number;
	readonly location: string | null;
	readonly body: Uint8Array;
}
const keyOf = (url: string, init: RequestInit) => `${init.method} ${url.slice(url.lastIndexOf('/') + 1)}`;

/** What a scanner answers in a scan of one sheet, and to a question about its status. */
async function recordedAnswers(): Promise<ReadonlyMap<string, Answer>> {
	const device = await startSimulatedEsclScanner({ pages: smallPages(1) });
	const recorded = new Map<string, Answer>();
	const fetch: Fetch = async (url, init) => {
		const response = await globalThis.fetch(url, init);
		const body = new Uint8Array(await response.arrayBuffer());
		const location = response.headers.get('location');
		// The second NextDocument is the end of the feeder; the page is what is worth corrupting.
		if (!recorded.has(keyOf(url, init))) recorded.set(keyOf(url, init), { status: response.status, location, body });
		return new Response(body, { status: response.status, headers: response.headers });
	};
	const scanner = createEsclScanner({ url: device.url, fetch });
	await scanner.status(never);
	expect((await takeIn(scanner, request)).fault).toBeNull();
	await device.close();
	return recorded;
}

it(
	'a scanner whose answers are corrupted in 20,000 ways gives a page or a fault with a name, and nothing grows',
	async () => {
		const recorded = await recordedAnswers();
		expect([...recorded.keys()]).toEqual([
			'GET ScannerStatus',
			'GET ScannerCapabilities',
			'POST ScanJobs',
			'GET NextDocument'
		]);
		const random = seeded(4711);
		const statuses = [200, 200, 200, 200, 200, 200, 201, 404, 409, 500];
		let pagesAsked = 0;
		const replay: Fetch = async (url, init) => {
			const key = keyOf(url, init);
			const answer = recorded.get(key);
			if (!answer || (key === 'GET NextDocument' && ++pagesAsked > 3)) return new Response(null, { status: 404 });
			const strike = random(3) === 0;
			const status = strike && random(4) === 0 ? (statuses[random(statuses.length)] ?? 200) : answer.status;
			const location = answer.location && (strike ? garbled(answer.location, random) : answer.location);
			const body = strike ? corrupted(answer.body, random) : answer.body;
			return new Response(body.slice(), { status, headers: location ? { location } : {} });
		};

		const seen = new Set<string>();
		let heapThen = 0;
		for (let round = 0; round < rounds; round++) {
			if (round === firstRounds) heapThen = await heapUsed();
			pagesAsked = 0;
			const scanner = createEsclScanner({ url: 'http://scanner.invalid/eSCL', fetch: replay });
			for await (const event of scanner.scan(request, never)) {
				if (event.type === 'fault') seen.add(event.report.fault);
				else if (!(event.page.widthPx > 0 && event.page.heightPx > 0)) seen.add('a page without a size');
				else seen.add('page');
			}
		}
		expect(scanFaults).toEqual(expect.arrayContaining([...seen].filter((what) => what !== 'page')));
		expect([...seen].sort()).toEqual(['bad-answer', 'feeder-empty', 'io-error', 'page']);
		expect((await heapUsed()) - heapThen).toBeLessThan(growthBytes);
	},
	limitMs
);

/** Bytes in the heap that are really held. */
async function heapUsed(): Promise<number> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	// What a signal held goes in the turn after it, and what that held in the next.
	for (let turn = 0; turn < 3; turn++) {
		collect();
		await new Promise((resolve) => setImmediate(resolve));
	}
	return process.memoryUsage().heapUsed;
}

/** Park and Miller's generator: whole numbers below `limit`, the same in every run. */
function seeded(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
}

/** Cut, one byte changed, a stretch doubled, or a stretch removed. */
function corrupted(body: Uint8Array, random: (limit: number) => number): Uint8Array {
	const at = random(body.length + 1);
	const until = Math.min(body.length, at + random(40));
	switch (random(4)) {
		case 0:
			return body.slice(0, at);
		case 1:
			return body.map((byte, index) => (index === at ? random(256) : byte));
		case 2:
			return Uint8Array.from([...body.slice(0, until), ...body.slice(at)]);
		default:
			return Uint8Array.from([...body.slice(0, at), ...body.slice(until)]);
	}
}

const garbled = (text: string, random: (limit: number) => number) =>
	text.slice(0, random(text.length)) + String.fromCharCode(33 + random(90)) + text.slice(random(text.length));
