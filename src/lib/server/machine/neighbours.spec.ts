import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { computerStates, type OtherComputerView } from '../../session/session-view.ts';
import { askNeighbour, createNeighbours } from './neighbours.ts';

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Another computer on this machine; resolves to the address of its status. */
async function computer(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/status`;
}

const saying =
	(status: object, code = 200): RequestListener =>
	(_, response) =>
		response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(status));
const free = { servicePoint: 'tornio', computer: '2', state: 'free' };

const patience = new AbortController().signal;
const ask = async (answer: RequestListener, signal = patience) =>
	askNeighbour({ name: '2', status: await computer(answer) }, 'tornio', signal);

describe('the answer of a neighbour', () => {
	it.each(computerStates)('is believed: %s', async (state) => {
		expect(await ask(saying({ ...free, state }))).toBe(state);
	});

	it('may leave out its label and may hold what is not known yet', async () => {
		expect(await ask(saying({ ...free, computer: null, since: 1 }))).toBe('free');
	});

	it.each<[string, RequestListener]>([
		['is nonsense', (_, response) => response.end('<html>')],
		['is no HTTP', (_, response) => response.socket?.end('SSH-2.0-OpenSSH\r\n')],
		['is a state that nobody knows', saying({ ...free, state: 'on fire' })],
		['leaves something out', saying({ state: 'free' })],
		['comes from another point', saying({ ...free, servicePoint: 'kemi' })],
		['bears another label', saying({ ...free, computer: '7' })],
		['tells of a fault', saying(free, 500)],
		['is huge', saying({ ...free, more: 'x'.repeat(100_000) })],
		[
			'is huge when unpacked',
			(_, response) =>
				response
					.writeHead(200, { 'content-encoding': 'gzip' })
					.end(gzipSync(JSON.stringify({ ...free, more: 'x'.repeat(1e6) })))
		]
	])('is not believed when it %s', async (_, answer) => {
		expect(await ask(answer)).toBe('unknown');
	});

	it.each<[string, RequestListener]>([
		['comes', () => {}],
		['ends', (_, response) => void response.write(JSON.stringify(free).slice(0, 20))]
	])('is given up when it never %s', async (_, answer) => {
		expect(await ask(answer, AbortSignal.timeout(200))).toBe('unknown');
	});

	it('is cut off when it never stops growing', async () => {
		const { promise: cut, resolve } = Promise.withResolvers<void>();
		const endless: RequestListener = (_, response) => {
			const more = () => void response.write('x'.repeat(500), () => setImmediate(more));
			response.once('close', resolve);
			more();
		};
		const neighbour = { name: '2', status: await computer(endless) };
		expect(await askNeighbour(neighbour, 'tornio', patience)).toBe('unknown');
		await cut;
	});

	it('leads nowhere else', async () => {
		const visited: unknown[] = [];
		const elsewhere = await computer((request, response) => {
			visited.push(request.url);
			saying(free)(request, response);
		});
		expect(await ask((_, response) => response.writeHead(302, { location: elsewhere }).end())).toBe('unknown');
		expect(visited).toEqual([]);
	});

	it('is not waited for where nobody listens', async () => {
		const status = await computer(() => {});
		servers.pop()?.close();
		expect(await askNeighbour({ name: '2', status }, 'tornio', patience)).toBe('unknown');
	});
});

describe('the neighbours', () => {
	/** Two neighbours that answer what a test says, asked when it lets five seconds pass. */
	function twoNeighbours() {
		const says: Record<string, OtherComputerView['state']> = { 2: 'free', 3: 'inUse' };
		const told: string[] = [];
		let asked = 0;
		let pass = () => {};
		const neighbours = createNeighbours({
			neighbours: ['2', '3'].map((name) => ({ name, status: `http://${name}.test/status` })),
			servicePointId: 'tornio',
			onChange: () =>
				told.push(
					neighbours
						.states()
						.map(({ name, state }) => `${name} ${state}`)
						.join(', ')
				),
			ask: ({ name }) => {
				asked += 1;
				return Promise.resolve(says[name] ?? 'unknown');
			},
			every: (run, ms) => {
				expect(ms).toBe(5000);
				pass = run;
				return () => (pass = () => {});
			}
		});
		const settle = () => new Promise((resolve) => setImmediate(resolve));
		const fiveSeconds = () => {
			pass();
			return settle();
		};
		return { neighbours, says, told, settle, fiveSeconds, asked: () => asked };
	}

	it('are not asked as long as this computer serves customers', async () => {
		const { neighbours, settle, asked } = twoNeighbours();
		await settle();
		expect([asked(), neighbours.states()]).toEqual([
			0,
			[
				{ name: '2', state: 'unknown' },
				{ name: '3', state: 'unknown' }
			]
		]);
	});

	it('are asked at once when it does not, and each change is told once', async () => {
		const { neighbours, says, told, settle, fiveSeconds } = twoNeighbours();
		neighbours.follow(true);
		await settle();
		await fiveSeconds();
		says['2'] = 'unknown';
		await fiveSeconds();
		expect(told).toEqual(['2 free, 3 unknown', '2 free, 3 inUse', '2 unknown, 3 inUse']);
	});

	it('are forgotten and asked no more when it serves again, also when an answer is on its way', async () => {
		const { neighbours, told, settle, fiveSeconds, asked } = twoNeighbours();
		neighbours.follow(true);
		neighbours.follow(false);
		await settle();
		await fiveSeconds();
		expect([told, asked(), neighbours.states().map(({ state }) => state)]).toEqual([[], 2, ['unknown', 'unknown']]);
	});
});
