import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { views } from '../ui/fixtures/views.ts';
import { SessionStream } from './session-stream.svelte.ts';

/** An event stream that the test speaks through. */
class SpokenStream {
	static readonly CLOSED = 2;
	static opened: SpokenStream[] = [];
	readyState = 0;
	onopen: (() => void) | null = null;
	onmessage: ((message: { data: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	constructor() {
		SpokenStream.opened.push(this);
	}
	say(sequence: number): void {
		this.onmessage?.({ data: JSON.stringify({ ...views.home('fi'), sequence }) });
	}
	break(closedForGood: boolean): void {
		this.readyState = closedForGood ? SpokenStream.CLOSED : 0;
		this.onerror?.();
	}
	close(): void {
		this.readyState = SpokenStream.CLOSED;
	}
}

const last = (): SpokenStream => {
	const stream = SpokenStream.opened.at(-1);
	if (stream === undefined) throw new Error('no stream was opened');
	return stream;
};

let answer: () => Promise<Response>;
let posted: string[];
let session: SessionStream;
let close: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	SpokenStream.opened = [];
	posted = [];
	answer = () => Promise.resolve(Response.json({ accepted: true }));
	vi.stubGlobal('EventSource', SpokenStream);
	vi.stubGlobal('fetch', (_url: string, request: { body?: string }) => {
		posted.push(request.body ?? '');
		return answer();
	});
	session = new SessionStream();
	close = session.open();
	last().onopen?.();
});
afterEach(() => {
	close();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('the newest view is shown', () => {
	it('drops a view that arrives late', () => {
		last().say(5);
		last().say(4);
		expect(session.view?.sequence).toBe(5);
	});

	it('follows a server that has started again and counts from the beginning', () => {
		last().say(5);
		last().onopen?.();
		last().say(1);
		expect(session.view?.sequence).toBe(1);
	});

	it('ignores what is no view', () => {
		last().onmessage?.({ data: '{"sequence":' });
		last().onmessage?.({ data: '[]' });
		expect(session.view).toBe(null);
	});

	it('lets the clock run on between two views', () => {
		last().say(1);
		const before = session.now;
		vi.advanceTimersByTime(3000);
		expect(session.now - before).toBe(3000);
	});
});

describe('a broken connection', () => {
	it('is told only when it lasts', () => {
		last().say(1);
		last().break(false);
		vi.advanceTimersByTime(1000);
		expect(session.connection).toBe('open');
		vi.advanceTimersByTime(1000);
		expect(session.connection).toBe('lost');
		last().say(2);
		expect(session.connection).toBe('open');
	});

	it('is opened anew when the browser has given up', () => {
		last().break(true);
		vi.advanceTimersByTime(1100);
		expect(SpokenStream.opened).toHaveLength(2);
	});
});

describe('a command', () => {
	it('is sent once while it is on its way', async () => {
		const first = session.send({ type: 'start visit' });
		expect(session.isPending({ type: 'start visit' })).toBe(true);
		expect(await session.send({ type: 'start visit' })).toBe(false);
		await vi.advanceTimersByTimeAsync(0);
		last().say(1);
		expect(await first).toBe(true);
		expect(posted).toEqual(['{"type":"start visit"}']);
		expect(session.isPending({ type: 'start visit' })).toBe(false);
	});

	it('shows what came of it with its answer, without waiting for the stream', async () => {
		last().say(1);
		answer = () => Promise.resolve(Response.json({ accepted: true, view: { ...views.home('fi'), sequence: 2 } }));
		expect(await session.send({ type: 'start visit' })).toBe(true);
		expect(session.view?.sequence).toBe(2);
		last().say(1);
		expect(session.view?.sequence).toBe(2);
	});

	it('that is refused leaves its reason and stops the rest', async () => {
		answer = () => Promise.resolve(Response.json({ accepted: false, refusal: 'not-now' }, { status: 409 }));
		expect(await session.send({ type: 'scan seen' }, { type: 'go to', screen: 'papers' })).toBe(false);
		expect([session.problem, posted]).toEqual(['not-now', ['{"type":"scan seen"}']]);
	});

	it.each([
		['no answer', () => Promise.reject(new TypeError('offline'))],
		['an answer that is none', () => Promise.resolve(new Response('<html>'))],
		['an unknown refusal', () => Promise.resolve(Response.json({ accepted: false, refusal: 'constructor' }))]
	])('that meets %s is said not to have gone through', async (_what, meets) => {
		answer = meets;
		await session.send({ type: 'start visit' });
		expect(session.problem).toBe('not-sent');
	});
});

describe('signs of a customer', () => {
	it('are reported at most every three seconds, and only where the kiosk cannot see them itself', async () => {
		last().say(1);
		for (let pressed = 0; pressed < 5; pressed++) dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
		expect(posted).toHaveLength(1);
		vi.advanceTimersByTime(3100);
		dispatchEvent(new PointerEvent('pointerdown'));
		expect(posted).toHaveLength(2);
	});
});
