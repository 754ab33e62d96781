import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { demoHosts, type DemoPortal } from './demo-portal.ts';

/** What a person or a test may want to know of the demo portal from outside. */
export interface DemoPortalReport {
	readonly received: ReturnType<DemoPortal['received']>;
	readonly requests: Readonly<Record<string, number>>;
	readonly logInsAlive: number;
	/** On which port of 127.0.0.1 each host really is. */
	readonly ports: Readonly<Record<string, number>>;
	/** What the hostile page told (`HostilePage.told`). */
	readonly told: readonly string[];
	/** A text that stands in the decision's bytes and nowhere else on the machine. */
	readonly decisionMarker: string;
}

/**
 * Tells on loopback how the demo portal fares: `GET /control`, a DemoPortalReport as JSON. `POST /control` orders the hostile page to
 * run the script in the body, and answers with its number.
 */
export async function startDemoPortalControl(demo: DemoPortal, decisionMarker: string) {
	const report = (): DemoPortalReport => ({
		received: demo.received(),
		requests: Object.fromEntries(demoHosts.map((host) => [host, demo.requests(host)])),
		logInsAlive: demo.logInsAlive(),
		ports: Object.fromEntries(demoHosts.map((host) => [host, demo.hosts[host].port])),
		told: demo.hostilePage.told(),
		decisionMarker
	});
	const server = createServer((request, response) => {
		if (request.url === '/control' && request.method === 'POST')
			return void text(request).then((script) => response.end(String(demo.hostilePage.order(script))));
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
