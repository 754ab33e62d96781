import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PortalEvent } from '../../src/lib/ports/portal.ts';
import { makeCapsule } from './portal-fixture/capsule.ts';
import { until } from './portal-fixture/until.ts';

let under: Awaited<ReturnType<typeof makeCapsule>>;
beforeAll(async () => {
	under = await makeCapsule(['portal.test', 'bank.test']);
});
afterAll(() => under.close());

it('hears a file input and window.print() in a frame of another origin, and the end of that input', async () => {
	const events: PortalEvent[] = [];
	const opened = await under.portal.warm(
		{ startUrl: 'https://portal.test/framed', language: 'fi', onEvent: (event) => events.push(event) },
		AbortSignal.timeout(50_000)
	);
	if (!opened.ok) throw new Error(opened.fault.detail);
	const seen = <Type extends PortalEvent['type']>(type: Type) =>
		until(
			() => events.find((event): event is Extract<PortalEvent, { type: Type }> => event.type === type),
			`event "${type}"`
		);
	await until(() => {
		under.screen.click(500, 200);
		return events.some(({ type }) => type === 'file chooser opened');
	}, 'the frame has loaded and its file input opens');
	const { chooser } = await seen('file chooser opened');
	expect(chooser).toEqual({ id: chooser.id, accept: [], multiple: true });
	under.screen.click(500, 420);
	expect(Buffer.from((await seen('page captured')).bytes).toString('latin1', 0, 5)).toBe('%PDF-');
	const last = events.findLast((event) => event.type === 'file chooser opened');
	under.screen.key('F5');
	await until(
		() => events.some((event) => event.type === 'file chooser gone' && event.chooserId === last?.chooser.id),
		'the input is gone with its page'
	);
});
