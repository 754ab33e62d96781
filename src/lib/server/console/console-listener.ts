import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { isIPv6, type AddressInfo } from 'node:net';
import { languages } from '../../domain/language.ts';
import { consoleCatalogues } from '../../i18n/console/console-catalogues.ts';
import { createConsoleDoor, sessionCookie, type RefusedConsoleRequest } from './console-door.ts';
import type { ConsoleKiosk, ConsoleRequest } from './console-kiosk.ts';
import { cookieValue } from './cookie-value.ts';

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface ConsoleListenerOptions {
	/** An address of this machine. */
	readonly host: string;
	/** 0: any free one. */
	readonly port: number;
	/** Names that people type, beside this machine's own where it listens on loopback. */
	readonly hostNames: readonly string[];
	/** PEM. */
	readonly tls: { readonly certificate: string; readonly key: string } | null;
	/** What anybody may know of the kiosk; answered as JSON at `/status`. */
	readonly publicStatus: () => object;
	/** Only the reason is told, nothing of the request. */
	readonly onRefused: (why: RefusedConsoleRequest) => void;
	/** The console's records threw while a request came in. */
	readonly onRecordsFault: () => void;
}

export interface ConsoleListener {
	/** The address to open. */
	readonly address: string;
	/** From now on requests are answered; before that they get 503. */
	serve(handler: RequestListener, kiosk: ConsoleKiosk): void;
	/** Tells everybody that the console's records cannot be used; the state stays public. */
	tellUnusable(): void;
	close(): Promise<void>;
}

/** A page that stays open is closed this long after its session has ended. */
const lookAtOpenMs = 10_000;

/**
 * As at the customer's door: nothing lies in a cache, nor is framed, sniffed or guessed at. Forms must tell their origin, and with
 * `no-referrer` a browser sends `Origin: null` (Fetch §4.6).
 */
const privateHeaders: Readonly<Record<string, string>> = {
	'Cache-Control': 'no-store',
	'X-Frame-Options': 'DENY',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** The console's own server. Rejects where its address cannot be listened on, or its certificate cannot be used. */
export async function startConsoleListener(options: ConsoleListenerOptions): Promise<ConsoleListener> {
	const { host, port, hostNames, tls } = options;
	let answer: RequestListener = (_, response) => response.writeHead(503).end();
	const onRequest: RequestListener = (request, response) => answer(request, response);
	const server = tls
		? createHttpsServer({ cert: tls.certificate, key: tls.key }, onRequest)
		: createHttpServer(onRequest);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const scheme = tls ? 'https' : 'http';
	const given = (server.address() as AddressInfo).port;
	const names = hostNames.length > 0 ? hostNames : ['127.0.0.1', 'localhost', '[::1]'];
	const [first = host] = hostNames.length > 0 ? hostNames : [isIPv6(host) ? `[${host}]` : host];
	const withPort = (name: string) => (scheme === 'https' && given === 443 ? name : `${name}:${given}`);
	const door = createConsoleDoor({ scheme, hosts: names.map(withPort) });

	const enter = (
		request: IncomingMessage,
		response: ServerResponse,
		userOf: ConsoleKiosk['logIn']['userOf'] | null
	): Pick<ConsoleRequest, 'user' | 'sessionToken'> | null => {
		for (const [name, value] of Object.entries(privateHeaders)) response.setHeader(name, value);
		const { headers, method = 'GET', url = '' } = request;
		const single = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : null);
		const sessionToken = cookieValue(headers.cookie, sessionCookie);
		const accept = headers.accept ?? null;
		const isStream = accept === 'text/event-stream';
		const user = sessionToken === null ? null : (userOf?.(sessionToken, isStream ? 'quietly' : undefined) ?? null);
		const admission = door({
			method,
			url,
			host: headers.host ?? null,
			origin: headers.origin ?? null,
			fetchSite: single(headers['sec-fetch-site']),
			fetchMode: single(headers['sec-fetch-mode']),
			fetchDestination: single(headers['sec-fetch-dest']),
			accept,
			contentLength: headers['content-length'] ?? null,
			isChunked: headers['transfer-encoding'] !== undefined,
			loggedIn: user !== null
		});
		switch (admission.go) {
			case 'on':
				return { user, sessionToken };
			case 'status':
				response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(options.publicStatus()));
				return null;
			case 'elsewhere':
				response.writeHead(303, { location: admission.location }).end();
				return null;
			case 'away':
				options.onRefused(admission.why);
				response.writeHead(admission.status, { 'content-type': 'text/plain;charset=UTF-8', connection: 'close' });
				response.end(`Refused: ${admission.why}.\n`);
				return null;
		}
	};

	/** Long answers (streams of events) and the session that they are for. */
	const open = new Map<ServerResponse, string>();
	let isOver: (token: string) => boolean = () => false;
	const watch = setInterval(() => {
		try {
			for (const [response, token] of open) if (isOver(token)) response.destroy();
		} catch {
			options.onRecordsFault();
		}
	}, lookAtOpenMs);
	watch.unref();

	return {
		address: `${scheme}://${withPort(first)}/console`,
		serve(handler, kiosk) {
			const { userOf } = kiosk.logIn;
			isOver = (token) => userOf(token, 'quietly') === null;
			answer = (request, response) => {
				try {
					const entered = enter(request, response, userOf);
					if (entered === null) return;
					const { user, sessionToken } = entered;
					if (user !== null && sessionToken !== null) {
						open.set(response, sessionToken);
						response.once('close', () => open.delete(response));
					}
					// The adapter would take the scheme for https; what it reads here comes from us, never from outside.
					request.headers['x-forwarded-proto'] = scheme;
					const asked: ConsoleRequest = { kiosk, user, sessionToken };
					handler(Object.assign(request, { console: asked }), response);
				} catch {
					options.onRecordsFault();
					sayUnusable(response);
				}
			};
		},
		tellUnusable() {
			answer = (request, response) => {
				if (enter(request, response, null) !== null) sayUnusable(response);
			};
		},
		close: () =>
			new Promise((resolve) => {
				clearInterval(watch);
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

function sayUnusable(response: ServerResponse): void {
	if (response.headersSent) return void response.destroy();
	const texts = languages.map((language) => {
		const { heading, detail } = consoleCatalogues[language].logIn.recordsUnusable;
		return `<section lang="${language}"><h1>${heading}</h1><p>${detail}</p></section>`;
	});
	response.writeHead(503, { 'content-type': 'text/html;charset=UTF-8' });
	response.end(`<!doctype html><meta name="viewport" content="width=device-width"><title>503</title>${texts.join('')}`);
}
