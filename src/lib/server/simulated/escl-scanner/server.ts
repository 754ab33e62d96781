import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { controlOrderSchema, type Nonsense, type SimulatedScannerControl } from './control.ts';
import {
	capabilitiesDocument,
	jobPath,
	readJobRequest,
	simulatedMakeAndModel,
	simulatedSerialNumber,
	statusDocument,
	type SimulatedIdentity
} from './documents.ts';
import { createMechanics, type Job, type Mechanics, type MechanicsOptions } from './mechanics.ts';

export interface SimulatedEsclScanner {
	/** The eSCL root: `http://127.0.0.1:PORT/eSCL`. Its control is `/control` on the same port. */
	readonly url: string;
	readonly control: SimulatedScannerControl;
	close(): Promise<void>;
}

const maxRequestBytes = 64 * 1024;

/**
 * Starts a scanner that speaks real eSCL 2.97 on loopback (`port` 0 or none: the system chooses). Throws when the port is taken.
 * `GET /control` tells its state, `POST /control` takes a ControlOrder as JSON.
 */
export async function startSimulatedEsclScanner(
	options: MechanicsOptions & Partial<SimulatedIdentity> & { readonly port?: number } = {}
): Promise<SimulatedEsclScanner> {
	const mechanics = createMechanics(options);
	const identity = {
		makeAndModel: options.makeAndModel ?? simulatedMakeAndModel,
		serialNumber: options.serialNumber ?? simulatedSerialNumber
	};
	const server = createServer((request, response) => {
		answer(mechanics, identity, request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/eSCL`,
		control: mechanics.control,
		close: () =>
			new Promise((resolve) => {
				mechanics.control.clear();
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

async function answer(
	mechanics: Mechanics,
	identity: SimulatedIdentity,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const path = request.url ?? '/';
	if (path === '/control') return answerControl(mechanics.control, request, response);
	if (mechanics.control.state().offline) return void request.socket.destroy();
	if (mechanics.nonsense() === 'black-hole') return;
	const [, root, resource, id, document] = path.split('/');
	const job = mechanics.jobs().find((candidate) => String(candidate.id) === id);
	const what = root === 'eSCL' ? `${request.method} ${[resource, id && 'ID', document].filter(Boolean).join('/')}` : '';
	switch (what) {
		case 'GET ScannerCapabilities':
			return sendXml(response, capabilitiesDocument(identity), mechanics.nonsense());
		case 'GET ScannerStatus':
			return sendXml(response, statusDocument(mechanics), mechanics.nonsense());
		case 'POST ScanJobs':
			return beginJob(mechanics, request, response);
		case 'GET ScanJobs/ID/NextDocument':
			return job ? sendPage(mechanics, job, response) : end(response, 404);
		case 'DELETE ScanJobs/ID':
			if (job) mechanics.cancel(job);
			return end(response, job ? 200 : 404);
		default:
			return end(response, 404);
	}
}

async function beginJob(mechanics: Mechanics, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const wanted = readJobRequest(await body(request));
	if (!wanted) return end(response, 400);
	const begun = mechanics.begin(wanted);
	if (begun.ok) return end(response, 201, { location: jobPath(begun.value) });
	return begun.fault === 'busy' ? end(response, 503, { 'retry-after': '0' }) : end(response, 409);
}

async function sendPage(mechanics: Mechanics, job: Job, response: ServerResponse): Promise<void> {
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	const outcome = await mechanics.nextPage(job, gone.signal);
	if (mechanics.control.state().offline) return void response.destroy();
	if (outcome.kind === 'end') return end(response, 404);
	if (outcome.kind !== 'page') return end(response, 409);
	const { bytes, nonsense } = outcome;
	const half = bytes.subarray(0, bytes.length >> 1);
	const send = (content: Uint8Array, length: number) => {
		response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': length });
		response.write(content);
	};
	switch (nonsense) {
		case 'black-hole':
			return;
		case 'truncated-page':
			send(half, half.length);
			return void response.end();
		case 'not-a-jpeg':
			response.writeHead(200, { 'content-type': 'image/jpeg' });
			return void response.end('<html><body>It works!</body></html>');
		case 'content-length-too-long':
			send(bytes, bytes.length + 1000);
			return;
		case 'content-length-too-short':
			send(bytes, half.length);
			return void response.end();
		case 'cut-connection':
			response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length });
			response.write(half, () => response.destroy());
			return;
		default:
			send(bytes, bytes.length);
			return void response.end();
	}
}

function sendXml(response: ServerResponse, document: string, nonsense: Nonsense | null): void {
	const content =
		nonsense === 'nonsense-xml'
			? '<a><<b></c> & <ScannerStatus/> \u0000 it works'
			: nonsense === 'half-answer'
				? document.slice(0, document.length >> 1)
				: document;
	response.writeHead(200, { 'content-type': 'text/xml' });
	response.end(content);
}

async function answerControl(
	control: SimulatedScannerControl,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	if (request.method === 'POST') {
		const order = v.safeParse(v.pipe(v.string(), v.parseJson(), controlOrderSchema), await body(request));
		if (!order.success) return end(response, 400);
		control.apply(order.output);
	} else if (request.method !== 'GET') return end(response, 405);
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(control.state()));
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
	response.writeHead(status, { 'content-length': '0', ...headers });
	response.end();
}

async function body(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = chunk as Buffer;
		size += bytes.length;
		if (size > maxRequestBytes) throw new Error('request too big');
		chunks.push(bytes);
	}
	return Buffer.concat(chunks).toString('utf8');
}
