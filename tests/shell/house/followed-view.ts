import type { SessionView, VisitView } from '../../../src/lib/session/session-view.ts';
import { until } from '../../contract/portal-fixture/until.ts';

/** The session's view, followed over the same stream as the customer screen's. */
export interface FollowedView {
	readonly cookie: string;
	now(): SessionView;
	visit(): VisitView;
	/** Waits until the view is as it should be. */
	until(what: string, isSo: (view: SessionView) => unknown, limitMs?: number): Promise<void>;
	untilVisit(what: string, isSo: (visit: VisitView) => unknown, limitMs?: number): Promise<void>;
	stop(): void;
}

export async function followView(address: string): Promise<FollowedView> {
	const entered = await fetch(address, { redirect: 'manual' });
	const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
	const abort = new AbortController();
	const stream = await fetch(new URL('/api/session/stream', address), { headers: { cookie }, signal: abort.signal });
	if (!stream.ok || stream.body === null) throw new Error(`the stream answers ${stream.status}`);
	let latest: SessionView | undefined;
	const read = async (body: ReadableStream<Uint8Array>) => {
		let text = '';
		const decoder = new TextDecoder();
		for await (const chunk of body) {
			text += decoder.decode(chunk, { stream: true });
			const events = text.split('\n\n');
			text = events.pop() ?? '';
			for (const event of events)
				if (event.startsWith('data: ')) latest = JSON.parse(event.slice('data: '.length)) as SessionView;
		}
	};
	read(stream.body).catch(() => {});
	await until(() => latest, 'a first view');
	const now = () => latest as SessionView;
	const visit = () => {
		const { state } = now();
		if (state.name !== 'inSession') throw new Error(`no visit but ${state.name}`);
		return state;
	};
	const untilView: FollowedView['until'] = async (what, isSo, limitMs) => {
		await until(() => Boolean(isSo(now())), what, limitMs).catch((error: unknown) => {
			throw new Error(`${String(error)}; the view is ${JSON.stringify(now())}`);
		});
	};
	return {
		cookie,
		now,
		visit,
		until: untilView,
		untilVisit: (what, isSo, limitMs) =>
			untilView(what, ({ state }) => state.name === 'inSession' && isSo(state), limitMs),
		stop: () => abort.abort()
	};
}
