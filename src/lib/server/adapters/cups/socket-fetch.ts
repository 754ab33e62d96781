import { request } from 'node:http';
import { pipeline, Readable } from 'node:stream';

/**
 * A `fetch` that goes to an HTTP server on a Unix socket, whatever the host in the address. Carries what an IPP client needs:
 * method, headers, a body of bytes (whole or in pieces) and a signal.
 */
export function fetchOverSocket(socketPath: string): typeof fetch {
	return (address, init = {}) =>
		new Promise<Response>((resolve, reject) => {
			const url = address instanceof Request ? address.url : address;
			const outgoing = request(
				new URL(url),
				{
					socketPath,
					method: init.method ?? 'GET',
					headers: Object.fromEntries(new Headers(init.headers)),
					...(init.signal ? { signal: init.signal } : {})
				},
				(incoming) => {
					const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
					resolve(new Response(body, { status: incoming.statusCode ?? 500 }));
				}
			);
			outgoing.on('error', reject);
			const { body } = init;
			if (body && typeof body === 'object' && Symbol.asyncIterator in body) {
				// Its error is the request's, too.
				pipeline(Readable.from(body as AsyncIterable<Uint8Array>, { objectMode: false }), outgoing, () => {});
			} else outgoing.end(body instanceof Uint8Array ? body : undefined);
		});
}
