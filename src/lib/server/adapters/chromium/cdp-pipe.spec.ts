import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as soon } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCdpPipe, type CdpPipe } from './cdp-pipe.ts';

describe('protocol pipe', () => {
	let toBrowser: PassThrough;
	let fromBrowser: PassThrough;
	let cdp: CdpPipe;
	const answer = (message: unknown) => fromBrowser.write(`${JSON.stringify(message)}\0`);
	const sent = async () => {
		const [chunk] = (await once(toBrowser, 'data')) as [Buffer];
		return JSON.parse(chunk.toString().replace(/\0$/, '')) as unknown;
	};

	beforeEach(() => {
		toBrowser = new PassThrough();
		fromBrowser = new PassThrough();
		cdp = openCdpPipe(toBrowser, fromBrowser, { commandMs: 10_000, maxMessageBytes: 1000 });
	});

	it('sends a command to its session and gives the answer with the same number', async () => {
		const history = cdp.session('A').send('Page.getNavigationHistory');
		expect(await sent()).toEqual({ id: 1, method: 'Page.getNavigationHistory', params: {}, sessionId: 'A' });
		answer({ id: 7, result: 'somebody else’s' });
		answer({ id: 1, sessionId: 'A', result: { currentIndex: 0, entries: [] } });
		expect(await history).toEqual({ currentIndex: 0, entries: [] });
	});

	it('gives an event to the listeners of its session only, until they stop', async () => {
		const heard: string[] = [];
		const stop = cdp.session('A').on('Page.frameDetached', ({ frameId }) => heard.push(`A ${frameId}`));
		cdp.session('B').on('Page.frameDetached', ({ frameId }) => heard.push(`B ${frameId}`));
		answer({ method: 'Page.frameDetached', sessionId: 'A', params: { frameId: '1' } });
		await soon();
		stop();
		answer({ method: 'Page.frameDetached', sessionId: 'A', params: { frameId: '2' } });
		answer({ method: 'Page.frameDetached', sessionId: 'B', params: { frameId: '3' } });
		await soon();
		expect(heard).toEqual(['A 1', 'B 3']);
	});

	it('puts a message together that comes in pieces, also in the middle of a letter', async () => {
		const heard: string[] = [];
		cdp.browser.on('Browser.downloadWillBegin', ({ suggestedFilename }) => heard.push(suggestedFilename));
		const message = Buffer.from(
			`${JSON.stringify({ method: 'Browser.downloadWillBegin', params: { suggestedFilename: 'päätös' } })}\0`
		);
		for (const byte of message) fromBrowser.write(Buffer.from([byte]));
		await soon();
		await soon();
		expect(heard).toEqual(['päätös']);
	});

	it('names a refused command without the browser’s words, which may hold an address', async () => {
		const navigation = cdp.browser.send('Page.navigate', { url: 'https://portal.test/secret' });
		answer({ id: 1, error: { code: -32000, message: 'Cannot navigate to https://portal.test/secret' } });
		await expect(navigation).rejects.toThrow(/^Page\.navigate: refused$/);
	});

	it('gives up on a command after its time limit', async () => {
		await expect(cdp.browser.send('Page.enable', undefined, 1)).rejects.toMatchObject({ reason: 'timed-out' });
	});

	it('ends the open commands of a target that is gone, and no others', async () => {
		const gone = cdp.session('A').send('Page.enable');
		const stays = cdp.session('B').send('Page.enable');
		cdp.forget('A');
		answer({ id: 2, sessionId: 'B', result: {} });
		await expect(gone).rejects.toMatchObject({ reason: 'closed' });
		expect(await stays).toEqual({});
	});

	it.each([
		['the browser ends', () => fromBrowser.end()],
		['something is not JSON', () => fromBrowser.write('{"id":1\0')],
		['something is not a message', () => fromBrowser.write('3\0')],
		['a message is too long', () => fromBrowser.write('x'.repeat(1001))]
	])('closes once and fails what is open when %s', async (_what, breakIt) => {
		let closings = 0;
		cdp.onClosed(() => (closings += 1));
		const open = cdp.browser.send('Page.enable');
		breakIt();
		await expect(open).rejects.toMatchObject({ reason: 'closed' });
		await expect(cdp.browser.send('Page.enable')).rejects.toMatchObject({ reason: 'closed' });
		expect(closings).toBe(1);
	});
});
