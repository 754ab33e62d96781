import { describe, expect, it } from 'vitest';
import type { OpenPortal, PortalEvent } from '../../ports/portal.ts';
import { createSimulatedPortal } from './portal.ts';

const signal = new AbortController().signal;
const startUrl = 'https://portal.test/';

async function openOne(portal = createSimulatedPortal()) {
	const events: PortalEvent[] = [];
	const warmed = await portal.warm({ startUrl, language: 'fi', onEvent: (event) => events.push(event) }, signal);
	if (!warmed.ok) throw new Error(warmed.fault.detail);
	await new Promise(setImmediate);
	return { portal, control: portal.control, open: warmed.value satisfies OpenPortal, events };
}
const atStart: PortalEvent = { type: 'place changed', host: 'portal.test', pagesOpen: 1 };

describe('the simulated portal', () => {
	it('warms hidden, tells its place, and is seen only when shown', async () => {
		const { control, open, events } = await openOne();
		const states = [control.state()];
		expect(await open.show()).toEqual({ ok: true, value: undefined });
		states.push(control.state());
		await open.hide();
		states.push(control.state());
		expect({ states, events, opened: control.opened() }).toEqual({
			states: ['hidden', 'shown', 'hidden'],
			events: [atStart],
			opened: { startUrl, language: 'fi' }
		});
	});

	it('ends the portal that is open before it opens another, and tells a planned failure once', async () => {
		const { portal, control, open } = await openOne();
		const opening = { startUrl, language: 'fi', onEvent: () => {} };
		const second = await portal.warm(opening, signal);
		control.failNextWarm({ fault: 'not-installed', detail: 'no browser' });
		const planned = await portal.warm(opening, signal);
		await portal.wipe(signal);
		const afterWipe = await portal.warm(opening, signal);
		const cancelled = await createSimulatedPortal().warm(opening, AbortSignal.abort());
		expect([second.ok, await open.show(), planned, afterWipe.ok, cancelled]).toEqual([
			true,
			{ ok: false, fault: { fault: 'crashed', detail: 'the simulated portal has ended' } },
			{ ok: false, fault: { fault: 'not-installed', detail: 'no browser' } },
			true,
			{ ok: false, fault: { fault: 'did-not-start', detail: 'cancelled' } }
		]);
	});

	it('takes files for a chooser once, and none for one that went away with its page', async () => {
		const { control, open, events } = await openOne();
		const file = { name: 'vuokra.pdf', bytes: new Uint8Array([1]) };
		const first = control.openFileChooser();
		await open.answerFileChooser(first, [file]);
		await open.answerFileChooser(first, [file]);
		const second = control.openFileChooser({ accept: [], multiple: true });
		control.goTo('bank.test');
		await open.answerFileChooser(second, [file]);
		expect({ answered: control.answered(), events }).toEqual({
			answered: [{ chooserId: first, files: [file] }],
			events: [
				atStart,
				{
					type: 'file chooser opened',
					chooser: { id: first, accept: ['application/pdf', 'image/jpeg'], multiple: false }
				},
				{ type: 'file chooser opened', chooser: { id: second, accept: [], multiple: true } },
				{ type: 'file chooser gone', chooserId: second },
				{ type: 'place changed', host: 'bank.test', pagesOpen: 1 }
			]
		});
	});

	it('closes pages down to the last one and never that', async () => {
		const { control, open, events } = await openOne();
		control.openPage();
		await open.closePage();
		await open.closePage();
		expect(events).toEqual([atStart, { ...atStart, pagesOpen: 2 }, atStart]);
	});

	it('gives a captured page as a PDF', async () => {
		const { open, events } = await openOne();
		await open.capturePage();
		const captured = events.find((event) => event.type === 'page captured');
		expect(Buffer.from(captured?.bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
	});

	it('is silent after a crash, and cannot be shown', async () => {
		const { control, open, events } = await openOne();
		control.crash('seen by the test');
		control.finishDownload('paatos.pdf', new Uint8Array());
		await open.capturePage();
		expect({ events, shown: await open.show(), state: control.state() }).toEqual({
			events: [atStart, { type: 'ended', report: { fault: 'crashed', detail: 'seen by the test' } }],
			shown: { ok: false, fault: { fault: 'crashed', detail: 'the simulated portal has ended' } },
			state: 'none'
		});
	});

	it('forgets what it was handed in a wipe, says so truly, and does not say proven when something stayed', async () => {
		const { portal, control, open, events } = await openOne();
		await open.answerFileChooser(control.openFileChooser(), [{ name: 'a.pdf', bytes: new Uint8Array() }]);
		const clean = await portal.wipe(signal);
		control.leaveBehind(2);
		const dirty = await portal.wipe(signal);
		const lookedAt = ['processes of the simulated portal', 'files handed to its pages'];
		const durationMs = expect.any(Number) as number;
		expect({ clean, dirty, answered: control.answered(), state: control.state(), said: events.length }).toEqual({
			clean: { step: 'portal', proven: true, lookedAt, found: [], durationMs },
			dirty: { step: 'portal', proven: false, lookedAt, found: ['2 processes'], durationMs },
			answered: [],
			state: 'none',
			said: 2
		});
	});
});
