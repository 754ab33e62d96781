import { connect } from 'node:net';
import { failed, ok, type Result } from '../../../domain/result.ts';

/** What i3 tells about a window: one opened, one closed, one became or stopped being full screen. */
export interface WindowEvent {
	readonly change: 'new' | 'close' | 'fullscreen_mode';
	readonly containerId: number;
	readonly windowClass: string;
	/** 2: over all outputs. */
	readonly fullScreenMode: number;
}

/** A conversation with i3 over its socket (i3 4.22 IPC: `i3-ipc`, length, type, JSON). */
export interface I3 {
	/** Runs i3 commands; resolves when they are done and drawn, whatever they matched. */
	command(text: string): Promise<void>;
	onWindow(listener: (event: WindowEvent) => void): void;
	/** Resolves when i3 is gone or the connection was closed. */
	readonly closed: Promise<void>;
	close(): void;
}

const magic = Buffer.from('i3-ipc', 'latin1');
const headerLength = magic.length + 8;
const runCommand = 0;
const subscribe = 2;
const windowEvent = 0x8000_0003;

function message(type: number, payload: string): Buffer {
	const body = Buffer.from(payload, 'utf8');
	const header = Buffer.alloc(8);
	header.writeUInt32LE(body.length, 0);
	header.writeUInt32LE(type, 4);
	return Buffer.concat([magic, header, body]);
}

function readWindowEvent(payload: string): WindowEvent | null {
	const event = JSON.parse(payload) as {
		change: string;
		container: { id: number; fullscreen_mode: number; window_properties?: { class?: string } };
	};
	if (event.change !== 'new' && event.change !== 'close' && event.change !== 'fullscreen_mode') return null;
	return {
		change: event.change,
		containerId: event.container.id,
		windowClass: event.container.window_properties?.class ?? '',
		fullScreenMode: event.container.fullscreen_mode
	};
}

/** Connects to the socket of a running i3; fails while i3 is not listening yet. */
export function connectI3(socketPath: string): Promise<Result<I3, string>> {
	return new Promise((resolve) => {
		const socket = connect(socketPath);
		const refused = () => resolve(failed('i3 does not listen'));
		socket.once('error', refused);
		socket.once('connect', () => {
			socket.off('error', refused);
			const answers: (() => void)[] = [];
			const listeners: ((event: WindowEvent) => void)[] = [];
			const closed = new Promise<void>((settle) => {
				socket.once('close', () => {
					for (const answer of answers.splice(0)) answer();
					settle();
				});
			});
			let received = Buffer.alloc(0);
			socket.on('error', () => socket.destroy());
			socket.on('data', (chunk: Buffer) => {
				received = Buffer.concat([received, chunk]);
				while (received.length >= headerLength) {
					const length = received.readUInt32LE(magic.length);
					if (received.length < headerLength + length) return;
					const type = received.readUInt32LE(magic.length + 4);
					const payload = received.toString('utf8', headerLength, headerLength + length);
					received = received.subarray(headerLength + length);
					const event = type === windowEvent ? readWindowEvent(payload) : null;
					if (event) for (const listener of listeners) listener(event);
					else if (type < 0x8000_0000) answers.shift()?.();
				}
			});
			const ask = (type: number, payload: string) =>
				new Promise<void>((settle) => {
					if (socket.destroyed) return settle();
					answers.push(settle);
					socket.write(message(type, payload));
				});
			void ask(subscribe, '["window"]').then(() =>
				resolve(
					ok({
						command: (text) => ask(runCommand, text),
						onWindow: (listener) => listeners.push(listener),
						closed,
						close: () => socket.destroy()
					})
				)
			);
		});
	});
}
