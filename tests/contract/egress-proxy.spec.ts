import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	startEgressProxy,
	type EgressOptions,
	type EgressProxy
} from '../../src/lib/server/adapters/egress/egress-proxy.ts';
import { until } from './portal-fixture/until.ts';

describe('egress proxy', () => {
	let folder: string;
	let upstream: Server;
	let connections: number;
	let refused: string[];
	let proxy: EgressProxy;
	const start = async (options: Partial<EgressOptions> = {}) => {
		await proxy?.close();
		proxy = await startEgressProxy({
			socketPath: `${folder}/egress.sock`,
			allowedHosts: ['Portal.test', 'lan.example'],
			resolver: () => Promise.reject(new Error('the resolver must not be asked')),
			onRefused: (host) => refused.push(host),
			...options
		});
	};
	const port = () => (upstream.address() as AddressInfo).port;
	const demoTable = () => new Map([['portal.test', { address: '127.0.0.1', port: port() }]]);
	/** Sends one request as it is and gives the first line of what comes back; empty when only the connection ends. */
	const firstLine = async (request: string) => {
		const client = connect(proxy.socketPath);
		client.on('error', () => {});
		client.write(request);
		let answer = '';
		client.on('data', (chunk: Buffer) => {
			answer += chunk.toString('latin1');
			if (answer.includes('\r\n')) client.destroy();
		});
		await once(client, 'close');
		return answer.split('\r\n')[0];
	};
	const ask = (target: string) => firstLine(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
	const tunnel = async () => {
		const client = connect(proxy.socketPath);
		client.on('error', () => {});
		client.write('CONNECT portal.test:443 HTTP/1.1\r\nHost: portal.test:443\r\n\r\n');
		await once(client, 'data');
		return client;
	};

	beforeEach(async () => {
		folder = await mkdtemp('/dev/shm/egress-');
		connections = 0;
		refused = [];
		upstream = createServer((socket) => {
			connections += 1;
			socket.on('error', () => {}).pipe(socket);
		}).listen(0, '127.0.0.1');
		await once(upstream, 'listening');
		await start({ demoTable: demoTable() });
	});
	afterEach(async () => {
		await proxy.close();
		upstream.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('carries bytes to a listed host, whatever its letter case, and counts it', async () => {
		const client = connect(proxy.socketPath);
		client.write('CONNECT PORTAL.test:443 HTTP/1.1\r\nHost: portal.test\r\n\r\nsent with the request');
		let answer = '';
		client.on('data', (chunk: Buffer) => (answer += chunk.toString()));
		await until(() => answer.endsWith('sent with the request'), 'the echo');
		expect(answer).toBe('HTTP/1.1 200 Connection established\r\n\r\nsent with the request');
		expect([...proxy.counts()]).toEqual([['portal.test', 1]]);
		client.destroy();
		await until(() => proxy.openTunnels() === 0, 'the tunnel is closed');
	});

	it.each([
		['a host that is not listed', 'evil.test:443', 'evil.test'],
		['a sub-domain', 'a.portal.test:443', 'a.portal.test'],
		['a look-alike', 'portal.test.evil.test:443', 'portal.test.evil.test'],
		['a trailing dot', 'portal.test.:443', ''],
		['user information', 'portal.test@evil.test:443', ''],
		['another port', 'portal.test:80', 'portal.test'],
		['a port of its own making', 'portal.test:443:443', ''],
		['no port', 'portal.test', ''],
		['loopback', '127.0.0.1:443', '127.0.0.1'],
		['loopback in short form', '127.1:443', '127.1'],
		['loopback as one number', '2130706433:443', ''],
		['loopback in hexadecimal', '0x7f000001:443', ''],
		['any address', '0.0.0.0:443', '0.0.0.0'],
		['IPv6 loopback', '[::1]:443', ''],
		['IPv4 in IPv6', '[::ffff:127.0.0.1]:443', ''],
		['the name of this machine', 'localhost:443', '']
	])('refuses %s', async (_what, target, told) => {
		expect(await ask(target)).toBe('HTTP/1.1 403 Forbidden');
		expect({ refused, connections }).toEqual({ refused: [told], connections: 0 });
	});

	it.each(['GET http://portal.test/secret?token=1 HTTP/1.1', 'POST / HTTP/1.1', 'GET / HTTP/1.1'])(
		'refuses plain HTTP (%s) and tells no address',
		async (line) => {
			expect(await firstLine(`${line}\r\nHost: portal.test\r\n\r\n`)).toBe('HTTP/1.1 403 Forbidden');
			expect({ refused, connections }).toEqual({ refused: [''], connections: 0 });
		}
	);

	it('drops a client that does not speak HTTP', async () => {
		expect(await firstLine('\x16\x03\x01\x02\r\n\r\n')).toBe('');
		expect(connections).toBe(0);
	});

	it.each([
		['127.0.0.1'],
		['127.1.2.3'],
		['0.0.0.0'],
		['10.1.2.3'],
		['172.16.0.1'],
		['192.168.1.1'],
		['100.64.0.1'],
		['169.254.169.254'],
		['224.0.0.1'],
		['255.255.255.255'],
		['::1'],
		['::'],
		['::ffff:127.0.0.1'],
		['::ffff:8.8.8.8'],
		['64:ff9b::7f00:1'],
		['fe80::1'],
		['fd00::1'],
		['ff02::1'],
		['2002:7f00:1::'],
		['127.1'],
		['localhost'],
		['::127.0.0.1'],
		['::ffff:0:127.0.0.1'],
		['fe80::1%lo'],
		['fec0::1'],
		['ff05::2'],
		['100::1'],
		['2001:0:7f00:1::'],
		['2001:db8::1'],
		['192.0.0.8'],
		['198.18.0.1'],
		['239.255.255.250'],
		['240.0.0.1'],
		['2130706433']
	])('refuses a listed name that resolves to %s', async (address) => {
		await start({ resolver: () => Promise.resolve([address]) });
		expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
		expect(refused).toEqual(['lan.example']);
	});

	it('refuses a name with one public and one private answer, and a name without any', async () => {
		await start({ resolver: () => Promise.resolve(['93.184.216.34', '192.168.1.1']) });
		expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
		await start({ resolver: () => Promise.resolve([]) });
		expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
		await start({ resolver: () => Promise.reject(new Error('no such name')) });
		expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
	});

	it('asks for a name once, so a second answer cannot lead elsewhere', async () => {
		let asked = 0;
		const answers = [['192.168.1.1'], ['127.0.0.1']];
		await start({ resolver: () => Promise.resolve(answers[asked++] ?? []) });
		expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
		expect(asked).toBe(1);
	});

	it('refuses a name that was public a moment ago and is loopback now, and never holds on to the first answer', async () => {
		// 2d00::/8 is given to nobody: public by its number, and nowhere.
		const answers = [['2d00::1'], ['127.0.0.1'], ['2d00::1', '127.0.0.1'], ['::ffff:127.0.0.1']];
		const asked: string[] = [];
		await start({
			limits: { connectMs: 200 },
			resolver: (host) => {
				asked.push(host);
				return Promise.resolve(answers[asked.length - 1] ?? []);
			}
		});
		const seen: (string | undefined)[] = [];
		while (seen.length < answers.length) seen.push(await ask('lan.example:443'));
		const no = 'HTTP/1.1 403 Forbidden';
		expect({ seen, asked: asked.length, connections }).toEqual({ seen: ['', no, no, no], asked: 4, connections: 0 });
	});

	it('refuses a public address that is this machine’s own, however the answer writes it', async () => {
		const ownAddresses = () => ['93.184.216.34', '2d00:0:0:0::1'];
		for (const address of ['93.184.216.34', '2d00::1', '2D00:0:0:0:0:0:0:1']) {
			await start({ ownAddresses, resolver: () => Promise.resolve([address]) });
			expect(await ask('lan.example:443')).toBe('HTTP/1.1 403 Forbidden');
		}
	});

	it('keeps to the hosts of the one who asks now, and to its own again afterwards', async () => {
		const answers = async () => [await ask('portal.test:443'), await ask('chat.test:443')];
		await start({ demoTable: new Map([...demoTable(), ['chat.test', { address: '127.0.0.1', port: port() }]]) });
		const seen = [await answers()];
		for (const hosts of [['Chat.test'], [], null]) {
			proxy.allow(hosts);
			seen.push(await answers());
		}
		const [yes, no] = ['HTTP/1.1 200 Connection established', 'HTTP/1.1 403 Forbidden'];
		expect(seen).toEqual([
			[yes, no],
			[no, yes],
			[no, no],
			[yes, no]
		]);
	});

	it('ends every tunnel between two customers and forgets where they led', async () => {
		const client = await tunnel();
		const closed = once(client, 'close');
		await Promise.all([closed, proxy.closeAll()]);
		expect({ open: proxy.openTunnels(), counts: [...proxy.counts()] }).toEqual({ open: 0, counts: [] });
	});

	it('counts both ends of a tunnel until they are really gone, not until somebody asked for it', async () => {
		await tunnel();
		const closing = proxy.closeAll();
		const asked = proxy.openTunnels();
		await closing;
		expect({ asked, closed: proxy.openTunnels() }).toEqual({ asked: 2, closed: 0 });
	});

	it('does not finish a connection for the last customer that was still being made', async () => {
		const asked = Promise.withResolvers<void>();
		const answer = Promise.withResolvers<readonly string[]>();
		await start({
			resolver: () => {
				asked.resolve();
				return answer.promise;
			}
		});
		const outcome = ask('lan.example:443');
		await asked.promise;
		await proxy.closeAll();
		answer.resolve(['93.184.216.34']);
		expect(await outcome).toBe('');
		expect([...proxy.counts()]).toEqual([]);
	});

	it('refuses more tunnels than its limit', async () => {
		await start({ demoTable: demoTable(), limits: { maxTunnels: 1 } });
		const client = await tunnel();
		expect(await ask('portal.test:443')).toBe('HTTP/1.1 503 Service Unavailable');
		client.destroy();
	});

	it('closes a tunnel on which nothing moves', async () => {
		await start({ demoTable: demoTable(), limits: { silentMs: 50 } });
		await once(await tunnel(), 'close');
		await until(() => proxy.openTunnels() === 0, 'the tunnel is closed');
	});

	it('can be spoken to by our own user only', async () => {
		expect((await stat(proxy.socketPath)).mode & 0o777).toBe(0o600);
	});
});
