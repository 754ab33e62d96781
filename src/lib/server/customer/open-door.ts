import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CustomerAccess } from './customer-access.ts';
import type { RefusedRequest } from './customer-kiosk.ts';

/** Nothing a customer sees may lie in a cache, nor be framed, sniffed or guessed at by another page. */
const privateHeaders: Readonly<Record<string, string>> = {
	'Cache-Control': 'no-store',
	'X-Frame-Options': 'DENY',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** An empty page that anyone may have: the screen's browser begins here, so that the token is in no command line. */
export const blankPath = '/blank';

/**
 * Stands before everything that the customer listener serves, static files too: refuses a request, or moves the token from the
 * address into its cookie. True: the request may go on.
 */
export function openDoor(
	access: CustomerAccess,
	request: IncomingMessage,
	response: ServerResponse,
	onRefused: (reason: RefusedRequest) => void
): boolean {
	for (const [name, value] of Object.entries(privateHeaders)) response.setHeader(name, value);
	const { headers, method = 'GET', url = '/' } = request;
	const single = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : null);
	const admission = access.admit({
		method,
		host: headers.host ?? null,
		origin: headers.origin ?? null,
		fetchSite: single(headers['sec-fetch-site']),
		cookie: headers.cookie ?? null,
		tokenInAddress: URL.parse(url, 'http://localhost')?.searchParams.get('token') ?? null
	});
	if (url === blankPath && (admission.admitted || admission.reason === 'no-token')) {
		response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' }).end('<!doctype html><title>…</title>');
		return false;
	}
	if (!admission.admitted) {
		onRefused(admission.reason);
		response.writeHead(403, { 'content-type': 'text/plain;charset=UTF-8' });
		response.end(`Refused: ${admission.reason}. Open the address that the program printed.\n`);
		return false;
	}
	if (!('setCookie' in admission)) return true;
	response.writeHead(303, { location: '/', 'set-cookie': admission.setCookie }).end();
	return false;
}
