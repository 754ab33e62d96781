import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { expectWellAgain, openAirscan, scanned, wired } from './scanner-house/scanner-house.ts';

const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;
/** Short where the limit is what is waited for; long where not, since the machine may be busy. */
const limitsFor = (fault: string) => ({ answerMs: fault === 'timed-out' ? 1000 : 20_000, cancelMs: 500 });

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

/** What answers every connection with these bytes, and then ends it or keeps silent. */
async function answering(bytes: string, then: 'ends' | 'keeps silent', fault: string) {
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
	const { port } = server.address() as AddressInfo;
	return createEsclScanner({ url: `http://127.0.0.1:${port}/eSCL`, timeLimits: limitsFor(fault) });
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
		const scanner = await answering(bytes, then, fault);
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
		const { fault } = await takeIn(createEsclScanner({ url: device.url, fetch }), request);
		expect({ fault, asked: [...new Set(asked)] }).toEqual({ fault: 'feeder-empty', asked: [new URL(device.url).host] });
	});
});

const houses = Object.entries(wired).map(([name, open]) => [name, open, 'bad-answer'] as const);

describe.each([...houses, ['SANE, backend airscan', openAirscan, 'offline'] as const])(
	'%s: answers',
	(_, open, fault) => {
		it('that are nonsense are a fault with a name, and it works again when they make sense', async () => {
			const house = await open();
			house.control.apply({ loadPages: 1, playNonsense: { kind: 'nonsense-xml' } });
			expect(await scanned(house)).toEqual({ sheets: [], fault });
			house.control.playNonsense('half-answer');
			expect(await scanned(house)).toEqual({ sheets: [], fault });
			await expectWellAgain(house);
			await house.close();
		});
	}
);
