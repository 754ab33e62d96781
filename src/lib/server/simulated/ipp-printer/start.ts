import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as v from 'valibot';
import { decodeIpp, encodeIpp } from '../../adapters/ipp/codec.ts';
import { answerTo, messageOf } from './answers.ts';
import { printerCommandSchema, type PrinterControl, type ReceivedDocument } from './control.ts';
import { createPrintEngine, type EngineOptions } from './engine.ts';

const maxRequestBytes = 256 * 1024 * 1024;

export interface SimulatedIppPrinterOptions extends EngineOptions {
	/** 0, the default: the system chooses. */
	readonly port?: number;
	/** Where to keep each document that comes, as `1.pdf`, `2.pdf` …, besides in memory. */
	readonly directory?: string;
}

export interface SimulatedIppPrinter {
	readonly uri: string;
	/** Where commands are posted as JSON, and what came can be read (`GET`). */
	readonly controlUrl: string;
	readonly control: PrinterControl & {
		/** Every IPP answer passes through here before it is sent; undefined sends it as it is. */
		tamperWith(change: ((answer: Buffer) => Uint8Array) | undefined): void;
	};
	close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > maxRequestBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
};

const summary = ({ document, ...ticket }: ReceivedDocument) => ({
	...ticket,
	bytes: document.length,
	sha256: createHash('sha256').update(document).digest('hex')
});

const sendJson = (response: ServerResponse, status: number, value: unknown) =>
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/**
 * A printer that speaks real IPP/2.0 on 127.0.0.1, takes PDF and prints it page by page onto nothing. `GET /control` tells
 * state and what came, `POST /control` does one {@link printerCommandSchema | command}, `GET /received/N` gives the Nth document.
 */
export async function startSimulatedIppPrinter(options: SimulatedIppPrinterOptions = {}): Promise<SimulatedIppPrinter> {
	const engine = createPrintEngine(options);
	const { received } = engine.control;
	let tamper: ((answer: Buffer) => Uint8Array) | undefined;
	let uri = '';
	let kept = 0;
	if (options.directory !== undefined) await mkdir(options.directory, { recursive: true });

	const keep = async () => {
		const last = received.at(-1);
		if (options.directory === undefined || !last || last.jobId === kept) return;
		kept = last.jobId;
		await writeFile(join(options.directory, `${last.jobId}.pdf`), last.document);
	};

	const speakIpp = async (request: IncomingMessage, response: ServerResponse) => {
		const body = await bodyOf(request);
		const decoded = body && decodeIpp(body);
		if (!decoded?.ok) return response.writeHead(400).end();
		const message = messageOf(decoded.value, answerTo(decoded.value, engine, uri));
		await keep();
		const nonsense = engine.nonsense();
		if (nonsense === 'nothing') return;
		const proper = encodeIpp(message);
		const answer = nonsense === 'garbage' ? Buffer.from('<html>404</html>') : (tamper?.(proper) ?? proper);
		response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': answer.length });
		if (nonsense === 'half') {
			return response.write(answer.subarray(0, answer.length / 2), () => response.destroy());
		}
		return response.end(answer);
	};

	const control = async (request: IncomingMessage, response: ServerResponse) => {
		if (request.method === 'POST') {
			const command = v.safeParse(printerCommandSchema, jsonOf((await bodyOf(request))?.toString('utf8') ?? ''));
			if (!command.success) {
				return sendJson(response, 400, { problem: command.issues.map(({ message }) => message) });
			}
			engine.control.apply(command.output);
		}
		return sendJson(response, 200, {
			state: engine.state(),
			reasons: engine.reasons(),
			offline: engine.isOffline(),
			jobs: engine.jobs().map(({ id, state, impressions, impressionsCompleted }) => ({
				id,
				state,
				impressions,
				impressionsCompleted
			})),
			received: received.map(summary)
		});
	};

	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		const document = received[Number(/^\/received\/(\d+)$/.exec(path)?.[1] ?? Number.NaN) - 1];
		const answered =
			path === '/control'
				? control(request, response)
				: document
					? response.writeHead(200, { 'content-type': document.format }).end(document.document)
					: engine.isOffline()
						? request.socket.destroy()
						: request.method === 'POST'
							? speakIpp(request, response)
							: response.writeHead(404).end();
		Promise.resolve(answered).catch(() => request.socket.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	uri = `ipp://127.0.0.1:${port}/ipp/print`;
	return {
		uri,
		controlUrl: `http://127.0.0.1:${port}/control`,
		control: { apply: engine.control.apply, received, tamperWith: (change) => (tamper = change) },
		close: () =>
			new Promise<void>((resolve) => {
				engine.close();
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
