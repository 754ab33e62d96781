import { createServer, type AddressInfo } from 'node:net';

/** A listener on this machine's loopback, by IPv4 and IPv6, that a page must never reach. */
export interface Canary {
	readonly port: number;
	connections(): number;
	close(): Promise<void>;
}

export async function startCanary(): Promise<Canary> {
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		socket.on('error', () => {}).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '::', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		connections: () => connections,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
