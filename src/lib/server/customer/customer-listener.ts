import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCustomerAccess, type CustomerAccess } from './customer-access.ts';
import type { CustomerKiosk } from './customer-kiosk.ts';
import { openDoor } from './open-door.ts';

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface CustomerListener {
	readonly access: CustomerAccess;
	/** From now on requests are answered; before that they get 503. */
	serve(handler: RequestListener, kiosk: CustomerKiosk): void;
	close(): Promise<void>;
}

/** Listens on loopback only. The port is known before the kiosk is put together, since the screen must be told where to look. */
export async function startCustomerListener(port: number): Promise<CustomerListener> {
	let answer: RequestListener = (_, response) => response.writeHead(503).end();
	const server = createServer((request, response) => answer(request, response));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const access = createCustomerAccess((server.address() as AddressInfo).port);
	return {
		access,
		serve(handler, kiosk) {
			answer = (request, response) => {
				if (!openDoor(access, request, response, kiosk.requestRefused)) return;
				// The adapter would take the scheme for https; what it reads here comes from us, never from outside.
				request.headers['x-forwarded-proto'] = 'http';
				handler(Object.assign(request, { kiosk }), response);
			};
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
