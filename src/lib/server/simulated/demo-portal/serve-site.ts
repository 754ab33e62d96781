import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HostCertificate } from './certificates.ts';
import { cookiesOf, preferredLanguage, type Site, type SiteAnswer } from './site.ts';

export interface ServedSite {
	readonly port: number;
	/** How many requests have come since the start, whatever the answer. */
	requests(): number;
	close(): Promise<void>;
}

async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array | 'too-big'> {
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		sizeBytes += chunk.length;
		if (sizeBytes <= limitBytes) chunks.push(chunk);
		else chunks.length = 0;
	}
	return sizeBytes > limitBytes ? 'too-big' : Buffer.concat(chunks);
}

async function answerOf(host: string, site: Site, request: IncomingMessage): Promise<SiteAnswer> {
	if (request.headers.host !== host) return { status: 421, body: 'Misdirected request' };
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	if (method !== 'GET' && method !== 'POST') return { status: 405, headers: { allow: 'GET, HEAD, POST' } };
	const address = URL.parse(request.url ?? '/', `https://${host}`);
	if (address === null) return { status: 400, body: 'Bad request' };
	return site({
		method,
		path: address.pathname,
		query: address.searchParams,
		cookies: cookiesOf(request.headers.cookie ?? ''),
		language: preferredLanguage(request.headers['accept-language'] ?? ''),
		contentType: request.headers['content-type'] ?? '',
		body: (limitBytes) => readBody(request, limitBytes)
	});
}

/** Serves one site by https on a loopback port that the system chooses. Answers only to its own name. */
export async function serveSite(host: string, certificate: HostCertificate, site: Site): Promise<ServedSite> {
	let requests = 0;
	const server = createServer({ key: certificate.keyPem, cert: certificate.certificatePem }, (request, response) => {
		requests += 1;
		void answerOf(host, site, request)
			// A demo that breaks says so to its reader; there is no log that it could write to.
			.catch((): SiteAnswer => ({ status: 500, body: 'Internal error' }))
			.then(({ status, headers = {}, body }) => {
				request.resume();
				for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
				if (body !== undefined && !response.hasHeader('content-type')) {
					response.setHeader('content-type', 'text/plain; charset=utf-8');
				}
				response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
			});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		requests: () => requests,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
