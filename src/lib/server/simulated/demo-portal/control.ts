import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoHosts, type DemoPortal } from './demo-portal.ts';

/** What a person or a test may want to know of the demo portal from outside. */
export interface DemoPortalReport {
	readonly received: ReturnType<DemoPortal['received']>;
	readonly requests: Readonly<Record<string, number>>;
	readonly logInsAlive: number;
	/** On which port of 127.0.0.1 each host really is. */
	readonly ports: Readonly<Record<string, number>>;
	/** A text that stands in the decision's bytes and nowhere else on the machine. */
	readonly decisionMarker: string;
}

/** Tells on loopback how the demo portal fares: `GET /control`, a DemoPortalReport as JSON. */
export async function startDemoPortalControl(demo: DemoPortal, decisionMarker: string) {
	const report = (): DemoPortalReport => ({
		received: demo.received(),
		requests: Object.fromEntries(demoHosts.map((host) => [host, demo.requests(host)])),
		logInsAlive: demo.logInsAlive(),
		ports: Object.fromEntries(demoHosts.map((host) => [host, demo.hosts[host].port])),
		decisionMarker
	});
	const server = createServer((request, response) => {
		if (request.method !== 'GET' || request.url !== '/control') return void response.writeHead(404).end();
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(report()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		controlUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/control`,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
