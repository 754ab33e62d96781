import type { Readable, Writable } from 'node:stream';
import type ProtocolMapping from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;
type ParametersOf<Name extends keyof Commands> = Commands[Name]['paramsType'];
type ReturnOf<Name extends keyof Commands> = Commands[Name]['returnType'];

/** `Runtime.enable` is what bank bot filters look for; it cannot be sent through here. */
export type CdpCommand = Exclude<keyof Commands, 'Runtime.enable'>;

/** A command that had no good answer. `detail` is the protocol's own words; they may hold an address, so never log them. */
export class CdpError extends Error {
	readonly reason: 'refused' | 'timed-out' | 'closed';
	constructor(reason: CdpError['reason'], method: string) {
		super(`${method}: ${reason}`);
		this.reason = reason;
	}
}

/** One flat session of the protocol: a target, or (without id) the browser itself. */
export interface CdpSession {
	readonly sessionId: string | undefined;
	/**
	 * Rejects with a {@link CdpError}; `timeoutMs` overrides the pipe's own limit for slow commands; `Infinity` waits
	 * as long as the target lives.
	 */
	send<Name extends CdpCommand>(
		method: Name,
		parameters?: ParametersOf<Name>[0],
		timeoutMs?: number
	): Promise<ReturnOf<Name>>;
	/** Calls back for events of this session only. Returns how to stop. */
	on<Name extends keyof Events>(event: Name, listener: (parameters: NonNullable<Events[Name][0]>) => void): () => void;
}

export interface CdpPipe {
	readonly browser: CdpSession;
	session(sessionId: string): CdpSession;
	/** Drops the listeners of a target that is gone; its open commands fail as `closed`. */
	forget(sessionId: string): void;
	/** Calls back once when the pipe ends. */
	onClosed(listener: () => void): void;
	close(): void;
}

export interface CdpPipeLimits {
	/** For one command's answer. */
	readonly commandMs: number;
	/** A longer message closes the pipe. */
	readonly maxMessageBytes: number;
}

interface Waiting {
	readonly sessionId: string | undefined;
	readonly method: string;
	settle(outcome: { result: unknown } | CdpError): void;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Speaks the Chrome DevTools Protocol over the two streams of `--remote-debugging-pipe` (JSON messages that end in NUL).
 * What is not JSON closes the pipe, since nothing after it can be trusted.
 */
export function openCdpPipe(
	toBrowser: Writable,
	fromBrowser: Readable,
	limits: CdpPipeLimits = { commandMs: 5_000, maxMessageBytes: 256 * 1024 * 1024 }
): CdpPipe {
	const waiting = new Map<number, Waiting>();
	const listeners = new Map<string, Set<(parameters: never) => void>>();
	const closedListeners = new Set<() => void>();
	let nextId = 0;
	let closed = false;
	let partial: Buffer[] = [];
	let partialBytes = 0;

	const keyOf = (sessionId: string | undefined, event: string) => `${sessionId ?? ''} ${event}`;

	const close = () => {
		if (closed) return;
		closed = true;
		toBrowser.destroy();
		fromBrowser.destroy();
		for (const { method, settle } of waiting.values()) settle(new CdpError('closed', method));
		waiting.clear();
		listeners.clear();
		for (const listener of closedListeners) listener();
	};

	const receive = (text: string) => {
		let message: unknown;
		try {
			message = JSON.parse(text);
		} catch {
			return close();
		}
		if (!isRecord(message)) return close();
		if (typeof message.id === 'number') {
			const entry = waiting.get(message.id);
			waiting.delete(message.id);
			entry?.settle('error' in message ? new CdpError('refused', entry.method) : { result: message.result });
		} else if (typeof message.method === 'string') {
			const sessionId = typeof message.sessionId === 'string' ? message.sessionId : undefined;
			const parameters = (message.params ?? {}) as never;
			for (const listener of listeners.get(keyOf(sessionId, message.method)) ?? []) listener(parameters);
		}
	};

	fromBrowser.on('data', (chunk: Buffer) => {
		let start = 0;
		for (let end = chunk.indexOf(0); end !== -1 && !closed; end = chunk.indexOf(0, start)) {
			partial.push(chunk.subarray(start, end));
			const text = Buffer.concat(partial).toString('utf8');
			partial = [];
			partialBytes = 0;
			start = end + 1;
			receive(text);
		}
		const rest = chunk.subarray(start);
		partialBytes += rest.length;
		if (partialBytes > limits.maxMessageBytes) close();
		else if (rest.length > 0) partial.push(rest);
	});
	for (const stream of [toBrowser, fromBrowser]) stream.on('error', close).on('close', close);
	fromBrowser.on('end', close);

	const session = (sessionId: string | undefined): CdpSession => ({
		sessionId,
		send: (method, parameters, timeoutMs = limits.commandMs) =>
			new Promise((resolve, reject) => {
				if (closed) return reject(new CdpError('closed', method));
				const id = ++nextId;
				const giveUp = () => {
					waiting.delete(id);
					reject(new CdpError('timed-out', method));
				};
				const timer = timeoutMs === Infinity ? undefined : setTimeout(giveUp, timeoutMs);
				waiting.set(id, {
					sessionId,
					method,
					settle: (outcome) => {
						clearTimeout(timer);
						if (outcome instanceof CdpError) reject(outcome);
						// The browser is the only writer of this pipe; the types are those of its own protocol description.
						else resolve(outcome.result as never);
					}
				});
				toBrowser.write(
					`${JSON.stringify({ id, method, params: parameters ?? {}, ...(sessionId === undefined ? {} : { sessionId }) })}\0`
				);
			}),
		on: (event, listener) => {
			const key = keyOf(sessionId, event);
			const known = listeners.get(key) ?? new Set();
			listeners.set(key, known.add(listener));
			return () => known.delete(listener);
		}
	});

	return {
		browser: session(undefined),
		session,
		forget: (sessionId) => {
			for (const key of listeners.keys()) if (key.startsWith(`${sessionId} `)) listeners.delete(key);
			for (const [id, entry] of waiting)
				if (entry.sessionId === sessionId) {
					waiting.delete(id);
					entry.settle(new CdpError('closed', entry.method));
				}
		},
		onClosed: (listener) => {
			if (closed) listener();
			else closedListeners.add(listener);
		},
		close
	};
}
