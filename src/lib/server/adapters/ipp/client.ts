import { failed, ok, type Result } from '../../../domain/result.ts';
import type { PrintDocument, PrintFault, PrintFaultReport } from '../../../ports/printer.ts';
import { make } from './attributes.ts';
import { decodeIpp, encodeIpp, type IppAttribute, type IppMessage } from './codec.ts';
import { faultOfStatus } from './faults.ts';
import { operations, type OperationName } from './operations.ts';

/** An answer with every media of a big printer is some 100 kB; more than this is not an answer. */
const maxAnswerBytes = 4 * 1024 * 1024;

export interface IppRequest {
	/** Besides charset, language, printer-uri and requesting-user-name, which go into every request. */
	readonly operation?: readonly IppAttribute[];
	readonly job?: readonly IppAttribute[];
	readonly document?: PrintDocument;
}

export interface IppCallLimits {
	readonly signal: AbortSignal;
	readonly timeoutMs: number;
}

/** One operation and its answer. A status that is no success is the fault it stands for. */
export type IppCall = (
	name: OperationName,
	request: IppRequest,
	limits: IppCallLimits
) => Promise<Result<IppMessage, PrintFaultReport>>;

/** Where a printer's `ipp:` or `ipps:` address is reached over HTTP (RFC 8010 §4, RFC 7472). */
export function httpAddress(uri: string): string {
	const { protocol, hostname, port, pathname } = new URL(uri);
	return `${protocol === 'ipps:' ? 'https' : 'http'}://${hostname}:${port || '631'}${pathname}`;
}

const report = (fault: PrintFault, detail: string) => failed<PrintFaultReport>({ fault, detail });

const codeOf = (error: unknown): string => {
	const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
	return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no code';
};

/** A body that ends early is an answer that was cut, not a printer that is away. */
class CutShort extends Error {}

/** The document could not be read to its end; the printer is not to blame. */
class SourceBroke extends Error {}

/** How much of a document in memory goes out at a time: printers with little memory take no chunk of any size. */
const chunkBytes = 64 * 1024;

const streamOf = (chunks: AsyncGenerator<Uint8Array>) =>
	new ReadableStream<Uint8Array>({
		async pull(stream) {
			const { done, value } = await chunks.next();
			if (done) stream.close();
			else stream.enqueue(value);
		},
		async cancel() {
			await chunks.return(undefined);
		}
	});

/** The request and its document behind it, piece by piece: the document is never copied, nor held when it is read from elsewhere. */
async function* chunksOf(head: Uint8Array, document: PrintDocument, broke: (why: SourceBroke) => void) {
	yield head;
	if (document instanceof Uint8Array) {
		for (let at = 0; at < document.length; at += chunkBytes) yield document.subarray(at, at + chunkBytes);
		return;
	}
	try {
		yield* document();
	} catch (error) {
		const why = new SourceBroke('the document could not be read', { cause: error });
		broke(why);
		throw why;
	}
}

const readBody = async (response: Response): Promise<Uint8Array | 'too-big'> => {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of response.body ?? []) {
			length += chunk.length;
			if (length > maxAnswerBytes) return 'too-big';
			chunks.push(chunk);
		}
	} catch (error) {
		throw new CutShort('the answer ended early', { cause: error });
	}
	return Buffer.concat(chunks);
};

const answerOf = async (response: Response, requestId: number): Promise<Result<IppMessage, PrintFaultReport>> => {
	if (response.status !== 200) {
		await response.body?.cancel();
		return report(response.status === 503 ? 'busy' : 'bad-answer', `HTTP ${response.status}`);
	}
	const body = await readBody(response);
	if (body === 'too-big') return report('bad-answer', `an answer of more than ${maxAnswerBytes} bytes`);
	const decoded = decodeIpp(body);
	if (!decoded.ok) return report('bad-answer', `${body.length} bytes that are not IPP`);
	const message = decoded.value;
	if (message.requestId !== requestId) return report('bad-answer', 'the answer to another request');
	if (message.code >= 0x0100) {
		return report(faultOfStatus(message.code), `IPP status 0x${message.code.toString(16).padStart(4, '0')}`);
	}
	return ok(message);
};

/** Speaks IPP/2.0 with one printer under one user name. Every failure of the other side is a value. */
export function createIppClient(uri: string, userName: string, send: typeof fetch): IppCall {
	const address = httpAddress(uri);
	let lastRequestId = 0;
	return async (name, request, { signal, timeoutMs }) => {
		const requestId = (lastRequestId = (lastRequestId % 0x7fffffff) + 1);
		const limit = AbortSignal.timeout(timeoutMs);
		const head = encodeIpp({
			version: [2, 0],
			code: operations[name],
			requestId,
			groups: [
				{
					name: 'operation',
					attributes: [
						make.charset('attributes-charset', 'utf-8'),
						make.naturalLanguage('attributes-natural-language', 'en'),
						make.uri('printer-uri', uri),
						...(request.operation ?? []).filter((attribute) => attribute.name === 'job-id'),
						make.name('requesting-user-name', userName),
						...(request.operation ?? []).filter((attribute) => attribute.name !== 'job-id')
					]
				},
				...(request.job?.length ? [{ name: 'job' as const, attributes: request.job }] : [])
			],
			data: new Uint8Array()
		});
		let sourceBroke: SourceBroke | undefined;
		const body = request.document && streamOf(chunksOf(head, request.document, (why) => (sourceBroke = why)));
		try {
			const init: RequestInit & { duplex: 'half' } = {
				method: 'POST',
				// A printer may close an idle connection at any time; a request on it would look like a printer that is away.
				headers: { 'content-type': 'application/ipp', connection: 'close' },
				body: body ?? Uint8Array.from(head),
				duplex: 'half',
				redirect: 'error',
				signal: AbortSignal.any([signal, limit])
			};
			return await answerOf(await send(address, init), requestId);
		} catch (error) {
			if (sourceBroke) return report('aborted', sourceBroke.message);
			if (limit.aborted) return report('timed-out', `no answer to ${name} within ${timeoutMs} ms`);
			if (error instanceof CutShort) return report('bad-answer', `the answer to ${name} ended early`);
			const code = codeOf(error);
			// llhttp's own error codes: the other side speaks, but not HTTP.
			return report(code.startsWith('HPE_') ? 'bad-answer' : 'offline', `${name}: ${code}`);
		}
	};
}
