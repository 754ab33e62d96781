import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { scanFaults } from '../../src/lib/ports/scanner.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';

const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;
const timeLimits = { answerMs: 300, pageMs: 300, busyMs: 100, cancelMs: 100 };

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

/** What answers every connection with these bytes, and then ends it or keeps silent. */
async function answering(bytes: string, then: 'ends' | 'keeps silent') {
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on('error', () => {});
		socket.once('data', () => {
			if (then === 'ends') socket.end(bytes);
			else socket.write(bytes);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	close = () =>
		new Promise((closed) => {
			server.close(closed);
			for (const socket of open) socket.destroy();
		});
	return createEsclScanner({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eSCL`, timeLimits });
}

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n';

describe('a scanner that talks nonsense', () => {
	it.each([
		['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'ends', 'bad-answer'],
		['half a head', 'HTTP/1.1 200 O', 'ends', 'offline'],
		['half a head and silence', 'HTTP/1.1 200 O', 'keeps silent', 'timed-out'],
		['half an answer', `${ok}Content-Length: 500\r\n\r\n<scan:Scanner`, 'ends', 'io-error'],
		['half an answer and silence', `${ok}Content-Length: 500\r\n\r\n<scan:Scanner`, 'keeps silent', 'timed-out'],
		['no document', `${ok}Content-Length: 0\r\n\r\n`, 'ends', 'bad-answer'],
		['the page of a router', `${ok}Content-Length: 27\r\n\r\n<html><body>Hi</body></html`, 'ends', 'bad-answer'],
		[
			'a way elsewhere',
			'HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n',
			'ends',
			'bad-answer'
		],
		['an endless answer', `${ok}\r\n${'<a>'.repeat(400_000)}`, 'keeps silent', 'bad-answer'],
		['nothing at all', '', 'keeps silent', 'timed-out']
	] as const)('answers with %s: a fault with a name', async (_, bytes, then, fault) => {
		const scanner = await answering(bytes, then);
		expect(await takeIn(scanner, request)).toEqual({ pages: [], fault });
		expect((await scanner.wipe(never)).proven).toBe(true);
	});

	it('gives an address of a job elsewhere: nobody else is asked', async () => {
		const device = await startSimulatedEsclScanner();
		close = device.close;
		const asked: string[] = [];
		const fetch: Fetch = async (url, init) => {
			asked.push(new URL(url).host);
			const response = await globalThis.fetch(url, init);
			const location = response.headers.get('location');
			if (location === null) return response;
			return new Response(null, { status: 201, headers: { location: `http://192.0.2.1//evil.test${location}` } });
		};
		device.control.loadPages(1);
		const { fault } = await takeIn(createEsclScanner({ url: device.url, timeLimits, fetch }), request);
		expect({ fault, asked: [...new Set(asked)] }).toEqual({ fault: 'feeder-empty', asked: [new URL(device.url).host] });
	});

	it('corrupts its answers in 2,000 ways: a page or a fault with a name, never anything else', async () => {
		const device = await startSimulatedEsclScanner({ pages: [smallJpeg] });
		close = device.close;
		const recorded = new Map<string, { status: number; location: string | null; body: Uint8Array }>();
		const keyOf = (url: string, init: RequestInit) => `${init.method} ${url.slice(url.lastIndexOf('/') + 1)}`;
		const recorder: Fetch = async (url, init) => {
			const response = await globalThis.fetch(url, init);
			const body = new Uint8Array(await response.arrayBuffer());
			const location = response.headers.get('location');
			// The second NextDocument is the end of the feeder; the page is what is worth corrupting.
			if (!recorded.has(keyOf(url, init))) recorded.set(keyOf(url, init), { status: response.status, location, body });
			return new Response(body, { status: response.status, headers: response.headers });
		};
		device.control.clear();
		device.control.loadPages(1);
		await createEsclScanner({ url: device.url, fetch: recorder }).status(never);
		const { fault } = await takeIn(createEsclScanner({ url: device.url, fetch: recorder }), request);
		expect(fault).toBeNull();
		expect([...recorded.keys()]).toEqual([
			'GET ScannerStatus',
			'GET ScannerCapabilities',
			'POST ScanJobs',
			'GET NextDocument'
		]);

		const random = seeded(4711);
		const seen = new Set<string>();
		const statuses = [200, 200, 200, 200, 200, 200, 201, 404, 409, 500];
		for (let round = 0; round < 2000; round++) {
			let pages = 0;
			const replay: Fetch = (url, init) => {
				const key = keyOf(url, init);
				const answer = recorded.get(key);
				if (!answer || (key === 'GET NextDocument' && ++pages > 3))
					return Promise.resolve(new Response(null, { status: 404 }));
				const strike = random(3) === 0;
				const status = strike && random(4) === 0 ? (statuses[random(statuses.length)] ?? 200) : answer.status;
				const location = answer.location && (strike ? garbled(answer.location, random) : answer.location);
				const body = strike ? corrupted(answer.body, random) : answer.body;
				return Promise.resolve(new Response(body.slice(), { status, headers: location ? { location } : {} }));
			};
			const scanner = createEsclScanner({ url: 'http://scanner.invalid/eSCL', timeLimits, fetch: replay });
			const { pages: taken, fault } = await takeIn(scanner, request);
			if (fault !== null) expect(scanFaults).toContain(fault);
			for (const page of taken) expect(Math.min(page.widthPx, page.heightPx)).toBeGreaterThan(0);
			seen.add(fault ?? 'no fault');
		}
		expect([...seen].sort()).toEqual(['bad-answer', 'feeder-empty', 'io-error', 'no fault']);
	});
});

/** The smallest JPEG whose head and end are whole: 8 × 9, grey. */
const smallJpeg = Uint8Array.from(
	'ffd8ffc0000b080009000801011100ffda0003000102ffd9'.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []
);

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
