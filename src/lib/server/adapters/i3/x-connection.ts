import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { readCookie } from './x-authority.ts';

/** An X server and the file with its cookie. */
export interface XDisplay {
	/** `:N`. */
	readonly display: string;
	readonly xauthority?: string;
}

/** One connection to an X server: as much of the X11 protocol (release 7, §8 "Connection Setup", appendix B) as a display needs. */
export interface XConnection {
	readonly rootWindow: number;
	readonly resourceIdBase: number;
	readonly widthPx: number;
	readonly heightPx: number;
	readonly minKeycode: number;
	readonly maxKeycode: number;
	/** Sends a request that has no reply. */
	send(request: Buffer): void;
	/** Sends a request and gives its reply, or null when the server answers with an error or is gone. */
	ask(request: Buffer): Promise<Buffer | null>;
	/** Calls back with each event (32 bytes) that was asked for. */
	onEvent(listener: (event: Buffer) => void): void;
	/** Resolves when the server is gone or the connection was closed. */
	readonly closed: Promise<void>;
	close(): void;
}

const padded = (length: number) => (length + 3) & ~3;
const setupTimeoutMs = 5_000;

/** A request: opcode, the byte after it, and its body; the length field is counted here. */
export function xRequest(opcode: number, detail: number, body: Buffer): Buffer {
	const request = Buffer.alloc(4 + padded(body.length));
	request.writeUInt8(opcode, 0);
	request.writeUInt8(detail, 1);
	request.writeUInt16LE(request.length / 4, 2);
	body.copy(request, 4);
	return request;
}

/** Little-endian 32-bit words as a body. */
export function words(...values: number[]): Buffer {
	const body = Buffer.alloc(values.length * 4);
	values.forEach((value, index) => body.writeUInt32LE(value >>> 0, index * 4));
	return body;
}

function setupRequest(cookie: Buffer | null): Buffer {
	const name = Buffer.from(cookie ? 'MIT-MAGIC-COOKIE-1' : '', 'latin1');
	const data = cookie ?? Buffer.alloc(0);
	const head = Buffer.alloc(12 + padded(name.length) + padded(data.length));
	head.write('l', 0, 'latin1');
	head.writeUInt16LE(11, 2);
	head.writeUInt16LE(name.length, 6);
	head.writeUInt16LE(data.length, 8);
	name.copy(head, 12);
	data.copy(head, 12 + padded(name.length));
	return head;
}

/** Offsets as in the connection setup's success reply. */
function readSetup(reply: Buffer) {
	const screen = 40 + padded(reply.readUInt16LE(24)) + reply.readUInt8(29) * 8;
	return {
		resourceIdBase: reply.readUInt32LE(12),
		minKeycode: reply.readUInt8(34),
		maxKeycode: reply.readUInt8(35),
		rootWindow: reply.readUInt32LE(screen),
		widthPx: reply.readUInt16LE(screen + 20),
		heightPx: reply.readUInt16LE(screen + 22)
	};
}

/** Connects over the server's Unix socket. Fails with a sentence for the technician. */
export async function connectX(display: XDisplay): Promise<Result<XConnection, string>> {
	const number = /^:(\d+)(\.\d+)?$/.exec(display.display)?.[1];
	if (number === undefined) return failed(`${display.display} is not a local display`);
	const authority = display.xauthority ? await readFile(display.xauthority).catch(() => null) : null;
	const cookie = authority && readCookie(authority, Number(number));
	const socket = connect(`/tmp/.X11-unix/X${number}`);
	return new Promise((resolve) => {
		const giveUp = (why: string) => {
			clearTimeout(timer);
			socket.destroy();
			resolve(failed(why));
		};
		const timer = setTimeout(() => giveUp('the X server does not answer'), setupTimeoutMs);
		const onError = () => giveUp(`no X server at ${display.display}`);
		const onClose = () => giveUp('the X server closed the connection');
		let received = Buffer.alloc(0);
		const onData = (chunk: Buffer) => {
			received = Buffer.concat([received, chunk]);
			if (received.length < 8) return;
			const total = 8 + received.readUInt16LE(6) * 4;
			if (received.length < total) return;
			if (received.readUInt8(0) !== 1) return giveUp('the X server refuses the connection (xauthority)');
			clearTimeout(timer);
			socket.off('data', onData).off('error', onError).off('close', onClose);
			resolve(ok(converse(socket, readSetup(received), received.subarray(total))));
		};
		socket.on('error', onError).on('close', onClose).on('data', onData);
		socket.write(setupRequest(cookie));
	});
}

function converse(socket: Socket, setup: ReturnType<typeof readSetup>, rest: Buffer): XConnection {
	const waiting = new Map<number, (reply: Buffer | null) => void>();
	const listeners: ((event: Buffer) => void)[] = [];
	let sequence = 0;
	let received = rest;
	const closed = new Promise<void>((resolve) => {
		socket.once('close', () => {
			for (const answer of waiting.values()) answer(null);
			waiting.clear();
			resolve();
		});
	});
	socket.on('error', () => socket.destroy());
	socket.on('data', (chunk: Buffer) => {
		received = Buffer.concat([received, chunk]);
		while (received.length >= 32) {
			const isReply = received.readUInt8(0) === 1;
			const length = 32 + (isReply ? received.readUInt32LE(4) * 4 : 0);
			if (received.length < length) return;
			const message = received.subarray(0, length);
			received = received.subarray(length);
			if (message.readUInt8(0) > 1) {
				for (const listener of listeners) listener(message);
				continue;
			}
			const number = message.readUInt16LE(2);
			const answer = waiting.get(number);
			waiting.delete(number);
			answer?.(isReply ? message : null);
		}
	});
	const send = (request: Buffer) => {
		sequence = (sequence + 1) & 0xffff;
		socket.write(request);
	};
	return {
		...setup,
		send,
		ask: (request) =>
			new Promise((resolve) => {
				if (socket.destroyed) return resolve(null);
				send(request);
				waiting.set(sequence, resolve);
			}),
		onEvent: (listener) => listeners.push(listener),
		closed,
		close: () => socket.destroy()
	};
}
