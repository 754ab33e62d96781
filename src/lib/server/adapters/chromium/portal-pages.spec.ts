import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { PortalEvent } from '../../../ports/portal.ts';
import { openCdpPipe } from './cdp-pipe.ts';
import { followPages } from './portal-pages.ts';

/** A browser with one page, A, that answers everything; `refusals` times it says that no page is active. */
async function browserWithOnePage(refusals: number, history: readonly string[]) {
	const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()];
	const tell = (message: object) => fromBrowser.write(`${JSON.stringify(message)}\0`);
	const navigated = (url: string, loaderId: string, unreachableUrl?: string) =>
		tell({
			method: 'Page.frameNavigated',
			sessionId: 'A',
			params: { frame: { id: 'f', url, loaderId, unreachableUrl } }
		});
	const asked: string[] = [];
	const left = Promise.withResolvers<object>();
	toBrowser.on('data', (chunk: Buffer) => {
		const { id, method, params } = JSON.parse(chunk.toString().slice(0, -1)) as {
			id: number;
			method: string;
			params: object;
		};
		if (method === 'Page.navigateToHistoryEntry' || method === 'Page.navigate') left.resolve({ method, ...params });
		if (method === 'Page.createIsolatedWorld') return;
		if (method !== 'Page.getNavigationHistory') return tell({ id, result: {} });
		asked.push(method);
		const entries = history.map((url, index) => ({ id: index + 1, url }));
		const answer = { result: { currentIndex: entries.length - 1, entries } };
		tell({ id, ...(asked.length > refusals ? answer : { error: { message: 'Not attached to an active page' } }) });
	});
	const events: PortalEvent[] = [];
	await followPages({
		cdp: openCdpPipe(toBrowser, fromBrowser),
		isAllowed: (host) => host === 'portal.test',
		startMs: 10_000,
		captureMs: 10_000,
		onEvent: (event) => events.push(event),
		onCrashed: () => {}
	});
	tell({
		method: 'Target.attachedToTarget',
		params: { sessionId: 'A', targetInfo: { targetId: 'a', type: 'page', url: 'about:blank' } }
	});
	navigated('https://portal.test/form', '1');
	navigated('chrome-error://chromewebdata/', '2', 'https://evil.test/');
	return { events, asked, left: left.promise };
}

it('a refused page is left also where Chromium says at first that no page is active', async () => {
	const { events, asked, left } = await browserWithOnePage(2, ['https://portal.test/form', 'https://evil.test/']);
	expect(await left).toEqual({ method: 'Page.navigateToHistoryEntry', entryId: 1 });
	expect([asked.length, events]).toEqual([3, [{ type: 'navigation refused', host: 'evil.test' }]]);
});

it('a refused page that took the place of the one before in the history is left for that one', async () => {
	const { left } = await browserWithOnePage(0, ['https://evil.test/']);
	expect(await left).toEqual({ method: 'Page.navigate', url: 'https://portal.test/form' });
});
