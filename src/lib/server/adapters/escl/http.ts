import { failed, ok, type Result } from '../../../domain/result.ts';

/** The part of fetch that is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly body?: string;
	readonly limitMs: number;
	readonly maxBytes: number;
	readonly signal: AbortSignal;
}

export interface HttpAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Uint8Array;
}

/** `unreachable`: no answer began. `broken`: it ended before it was whole. `not-http`, `too-big`: it cannot be one. */
export type HttpFailure = 'unreachable' | 'broken' | 'timed-out' | 'aborted' | 'not-http' | 'too-big';

/**
 * One request with a limit on its time and on the size of its answer. Redirections are not followed: a device has no reason for
 * them, and they could lead anywhere.
 */
export async function requestOnce(
	fetch: Fetch,
	url: string,
	request: HttpRequest
): Promise<Result<HttpAnswer, HttpFailure>> {
	// Not AbortSignal.timeout, whose timer stays for a minute after each page.
	const limit = new AbortController();
	const timer = setTimeout(() => limit.abort(), request.limitMs);
	const { method, body } = request;
	let answered = false;
	try {
		const response = await fetch(url, {
			method,
			signal: AbortSignal.any([request.signal, limit.signal]),
			redirect: 'manual',
			...(body === undefined ? {} : { body, headers: { 'content-type': 'text/xml' } })
		});
		answered = true;
		const content = await bodyOf(response, request.maxBytes);
		return content ? ok({ status: response.status, headers: response.headers, body: content }) : failed('too-big');
	} catch (error) {
		if (request.signal.aborted) return failed('aborted');
		if (limit.signal.aborted) return failed('timed-out');
		if (isParserError(error)) return failed('not-http');
		return failed(answered ? 'broken' : 'unreachable');
	} finally {
		clearTimeout(timer);
	}
}

async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array | null> {
	// The HTTP parser holds a device to the length it declares, so a page can be taken as a whole: a third faster than by its chunks.
	const declared = Number(response.headers.get('content-length') ?? NaN);
	const isPlain = response.headers.get('content-encoding') === null;
	if (isPlain && declared > maxBytes) return null;
	if (isPlain && declared >= 0) return new Uint8Array(await response.arrayBuffer());
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > maxBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

/** Whether a failed fetch is one of the HTTP parser's, which undici names in its cause. */
const isParserError = (error: unknown): boolean =>
	error instanceof Error && error.cause instanceof Error && error.cause.name === 'HTTPParserError';
