import { lookup } from 'node:dns/promises';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { isOneOf, isPublicAddress } from './public-address.ts';

/** Where a demo name really is: a server of ours on this machine. */
export interface DemoAddress {
	readonly address: string;
	readonly port: number;
}

/** All addresses of a name, as literals. */
export type Resolver = (host: string) => Promise<readonly string[]>;

export interface EgressLimits {
	/** Tunnels that may be open at once. */
	readonly maxTunnels: number;
	/** To resolve and connect. */
	readonly connectMs: number;
	/** A tunnel on which nothing moved for this long is closed. */
	readonly silentMs: number;
}

export interface EgressOptions {
	/** The Unix socket to listen on; only our own user may connect. */
	readonly socketPath: string;
	/** Exact host names, no sub-domains, no addresses; until others are told. */
	readonly allowedHosts: readonly string[];
	readonly resolver?: Resolver;
	/** This machine's own addresses, asked for at each connection; also a public one of them is refused. */
	readonly ownAddresses?: () => readonly string[];
	/** Names of the demo and of tests; exempt from resolving and from the public-address rule. Never set in production. */
	readonly demoTable?: ReadonlyMap<string, DemoAddress>;
	/** A connection was refused; `host` is empty where the request named none that can be one. */
	readonly onRefused?: (host: string) => void;
	readonly limits?: Partial<EgressLimits>;
}

export interface EgressProxy {
	readonly socketPath: string;
	/** Tunnels opened per host since the start. Nothing else about the traffic is kept. */
	counts(): ReadonlyMap<string, number>;
	/** Connections of tunnels that are not gone yet, those of the portal and those to the hosts. */
	openTunnels(): number;
	/**
	 * Ends every tunnel and forgets the counts and half-made connections: between two customers. Resolves when all are gone, after one
	 * second at the latest; `openTunnels` tells whether they are.
	 */
	closeAll(): Promise<void>;
	/** From now on only these hosts, or again those of the start (null). Tunnels that are open are not touched: end them first. */
	allow(hosts: readonly string[] | null): void;
	close(): Promise<void>;
}

const defaultLimits: EgressLimits = { maxTunnels: 256, connectMs: 10_000, silentMs: 300_000 };
/** For destroyed sockets to be gone. */
const closeMs = 1_000;
const hostPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

const systemResolver: Resolver = async (host) =>
	(await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const addressesOfThisMachine = () =>
	Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);

/** `host:443` of a CONNECT line (RFC 9110 §9.3.6); user info, a trailing dot, other ports and short forms have no host here. */
const authorityHost = (target: string): { host: string; port: number } => {
	const [, host = '', port = ''] = /^([^:@/[\]\s]+):(\d{1,5})$/.exec(target) ?? [];
	const name = host.toLowerCase();
	return hostPattern.test(name) ? { host: name, port: Number(port) } : { host: '', port: 0 };
};

/**
 * The portal's only road to the network: an HTTP CONNECT proxy (RFC 9110 §9.3.6) on a Unix socket. Names are resolved here and
 * the connection goes to the very address that was checked, so an answer cannot change between the two (DNS rebinding).
 * Rejects when the socket cannot be made.
 */
export async function startEgressProxy(options: EgressOptions): Promise<EgressProxy> {
	const {
		socketPath,
		resolver = systemResolver,
		ownAddresses = addressesOfThisMachine,
		demoTable,
		onRefused
	} = options;
	const listOf = (hosts: readonly string[]) => new Set(hosts.map((host) => host.toLowerCase()));
	let allowed = listOf(options.allowedHosts);
	const limits = { ...defaultLimits, ...options.limits };
	const opened = new Map<string, number>();
	const tunnels = new Set<Duplex>();
	const upstreams = new Set<Socket>();
	const clients = new Set<Socket>();
	let generation = 0;

	const addressOf = async (host: string): Promise<DemoAddress | undefined> => {
		const demo = demoTable?.get(host);
		if (demo) return demo;
		const addresses = await resolver(host).catch(() => []);
		const [first] = addresses;
		const own = ownAddresses();
		const mayBe = (address: string) => isPublicAddress(address) && !isOneOf(address, own);
		return first !== undefined && addresses.every(mayBe) ? { address: first, port: 443 } : undefined;
	};

	const server = createServer({ maxHeaderSize: 4096, headersTimeout: limits.connectMs }, (request, response) => {
		onRefused?.('');
		response.writeHead(403, { connection: 'close' }).end();
		request.destroy();
	});
	server.on('connection', (client) => {
		clients.add(client);
		client.on('close', () => clients.delete(client));
		client.on('error', () => client.destroy());
	});
	server.on('clientError', (_error, client) => client.destroy());
	server.on('connect', (request, client, head) => {
		const startedIn = generation;
		const refuse = (status: string, host: string) => {
			onRefused?.(host);
			client.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
		};
		const { host, port } = authorityHost(request.url ?? '');
		if (!allowed.has(host) || port !== 443) return refuse('403 Forbidden', host);
		if (tunnels.size >= limits.maxTunnels) return refuse('503 Service Unavailable', host);
		tunnels.add(client);
		client.on('close', () => tunnels.delete(client));
		const gaveUp = setTimeout(() => client.destroy(), limits.connectMs);
		client.on('close', () => clearTimeout(gaveUp));
		void addressOf(host).then((address) => {
			if (client.destroyed || startedIn !== generation) return client.destroy();
			if (!address) return refuse('403 Forbidden', host);
			const upstream = connect({ host: address.address, port: address.port });
			upstreams.add(upstream);
			upstream.on('close', () => upstreams.delete(upstream));
			const end = () => {
				upstream.destroy();
				client.destroy();
			};
			upstream.setTimeout(limits.silentMs, end);
			upstream.on('error', end).on('close', end);
			client.on('close', end);
			upstream.on('connect', () => {
				clearTimeout(gaveUp);
				opened.set(host, (opened.get(host) ?? 0) + 1);
				client.write('HTTP/1.1 200 Connection established\r\n\r\n');
				if (head.length > 0) upstream.write(head);
				client.pipe(upstream).pipe(client);
			});
		});
	});

	await rm(socketPath, { force: true });
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(socketPath, resolve);
	});
	await chmod(socketPath, 0o600);

	const closeAll = async () => {
		generation += 1;
		opened.clear();
		const gone = [...clients, ...upstreams].map((socket) => {
			const closed = new Promise((resolve) => socket.once('close', resolve));
			socket.destroy();
			return closed;
		});
		await Promise.race([Promise.all(gone), wait(closeMs, undefined, { ref: false })]);
	};
	return {
		socketPath,
		counts: () => new Map(opened),
		openTunnels: () => tunnels.size + upstreams.size,
		closeAll,
		allow: (hosts) => {
			allowed = listOf(hosts ?? options.allowedHosts);
		},
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			await closeAll();
			await closed;
			await rm(socketPath, { force: true });
		}
	};
}
