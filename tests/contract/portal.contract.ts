import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HandedFile, OpenPortal, Portal, PortalEvent } from '../../src/lib/ports/portal.ts';
import { until } from './portal-fixture/until.ts';

/** A portal with somebody in front of it. */
export interface PortalUnderTest {
	readonly portal: Portal;
	readonly startUrl: string;
	/** Of all files together. */
	readonly maxUploadBytes: number;
	/** The decision that the page offers. */
	readonly decision: { readonly name: string; readonly bytes: Uint8Array };
	/** What the customer does in the page. */
	readonly customer: {
		pressFileInput(): void;
		followDecision(): void;
		pressPrint(): void;
		followNewPage(): void;
		followForbiddenLink(): void;
	};
	/** What arrived at the portal from the page's file input, oldest first, since the last wipe. */
	handedOver(): readonly HandedFile[];
	close(): Promise<void>;
}

/** What every portal promises, simulated or real. */
export function portalContract(name: string, make: () => Promise<PortalUnderTest>): void {
	describe(name, () => {
		let under: PortalUnderTest;
		let portal: OpenPortal;
		let events: PortalEvent[] = [];
		const seen = <Type extends PortalEvent['type']>(type: Type) =>
			until(
				() => events.find((event): event is Extract<PortalEvent, { type: Type }> => event.type === type),
				`event "${type}"`
			);
		const open = (signal = AbortSignal.timeout(50_000)) =>
			under.portal.warm({ startUrl: under.startUrl, language: 'fi', onEvent: (event) => events.push(event) }, signal);

		beforeAll(async () => {
			under = await make();
		});
		afterAll(() => under.close());
		beforeEach(async () => {
			await under.portal.wipe(AbortSignal.timeout(10_000));
			events = [];
			const opened = await open();
			if (!opened.ok) throw new Error(`${opened.fault.fault}: ${opened.fault.detail}`);
			portal = opened.value;
			expect(await portal.show()).toEqual({ ok: true, value: undefined });
			await seen('place changed');
			events = [];
		});

		it('hands the very bytes to a file input', async () => {
			under.customer.pressFileInput();
			const { chooser } = await seen('file chooser opened');
			expect(chooser).toEqual({ id: chooser.id, accept: ['.pdf', 'image/png'], multiple: false });
			const file = { name: 'Päätös öå.pdf', bytes: Buffer.from('%PDF-1.7 the very bytes') };
			expect(await portal.answerFileChooser(chooser.id, [file])).toEqual({ ok: true, value: undefined });
			expect(await until(() => under.handedOver().at(0), 'the file arrives')).toEqual(file);
		});

		it('says that papers are too big together, hands over none of them, and can be asked again', async () => {
			const before = under.handedOver().length;
			under.customer.pressFileInput();
			const first = (await seen('file chooser opened')).chooser;
			const half = { name: 'half.pdf', bytes: Buffer.alloc(under.maxUploadBytes / 2 + 1) };
			expect(await portal.answerFileChooser(first.id, [half, half])).toEqual({ ok: false, fault: 'too-big' });
			events = [];
			under.customer.pressFileInput();
			const second = (await seen('file chooser opened')).chooser;
			expect(await portal.answerFileChooser(second.id, [half])).toEqual({ ok: true, value: undefined });
			await until(() => under.handedOver().length > before, 'the second answer arrives');
			expect(under.handedOver().slice(before)).toEqual([half]);
		});

		it('leaves the page as it was when the customer cancels or answers twice', async () => {
			under.customer.pressFileInput();
			const first = (await seen('file chooser opened')).chooser;
			const late = { name: 'late.pdf', bytes: Buffer.from('late') };
			const unknown = { name: 'unknown.pdf', bytes: Buffer.from('unknown') };
			expect([
				await portal.answerFileChooser(first.id, []),
				await portal.answerFileChooser(first.id, [late]),
				await portal.answerFileChooser('chooser-unknown', [unknown])
			]).toEqual([
				{ ok: true, value: undefined },
				{ ok: false, fault: 'gone' },
				{ ok: false, fault: 'gone' }
			]);
			events = [];
			under.customer.pressFileInput();
			const second = (await seen('file chooser opened')).chooser;
			await portal.answerFileChooser(second.id, [{ name: 'second.pdf', bytes: Buffer.from('second') }]);
			await until(() => under.handedOver().some(({ name }) => name === 'second.pdf'), 'the second answer arrives');
			expect(under.handedOver().filter(({ name }) => name === 'late.pdf' || name === 'unknown.pdf')).toEqual([]);
		});

		it('gives a download with its name and its very bytes', async () => {
			under.customer.followDecision();
			const { type, name: given, bytes } = await seen('download finished');
			expect({ type, name: given, bytes: Buffer.from(bytes).toString('latin1') }).toEqual({
				type: 'download finished',
				name: under.decision.name,
				bytes: Buffer.from(under.decision.bytes).toString('latin1')
			});
		});

		it('turns window.print() and the bar’s button into a PDF each', async () => {
			under.customer.pressPrint();
			expect(Buffer.from((await seen('page captured')).bytes).toString('latin1', 0, 5)).toBe('%PDF-');
			events = [];
			await portal.capturePage();
			expect(Buffer.from((await seen('page captured')).bytes).toString('latin1', 0, 5)).toBe('%PDF-');
		});

		it('counts pages that open on top, and closes them down to the first', async () => {
			const { host } = new URL(under.startUrl);
			under.customer.followNewPage();
			const has = (pagesOpen: number) =>
				until(
					() => events.find((event) => event.type === 'place changed' && event.pagesOpen === pagesOpen),
					`${pagesOpen} pages`
				);
			expect(await has(2)).toEqual({ type: 'place changed', host, pagesOpen: 2 });
			events = [];
			await portal.closePage();
			expect(await has(1)).toEqual({ type: 'place changed', host, pagesOpen: 1 });
			events = [];
			await portal.closePage();
			await portal.capturePage();
			await seen('page captured');
			expect(events.filter(({ type }) => type !== 'page captured')).toEqual([]);
		});

		it('refuses a link off the list and tells its host only', async () => {
			under.customer.followForbiddenLink();
			expect(await seen('navigation refused')).toEqual({ type: 'navigation refused', host: 'evil.test' });
		});

		it('opens anew by ending the portal that is still open, which then does nothing any more', async () => {
			under.customer.pressFileInput();
			const { chooser } = await seen('file chooser opened');
			const file = { name: 'of-the-first.pdf', bytes: Buffer.from('of the first') };
			const again = await open();
			expect(again).toMatchObject({ ok: true });
			expect([
				await portal.show(),
				await portal.answerFileChooser(chooser.id, [file]),
				again.ok && (await again.value.show())
			]).toMatchObject([{ ok: false }, { ok: false, fault: 'gone' }, { ok: true }]);
			expect(under.handedOver().filter(({ name }) => name === file.name)).toEqual([]);
		});

		it('opens once of two that are asked for at the same time', async () => {
			const opened = await Promise.all([open(), open()]);
			expect(opened.toSorted((one, other) => Number(one.ok) - Number(other.ok))).toMatchObject([
				{ ok: false, fault: { fault: 'did-not-start' } },
				{ ok: true }
			]);
		});

		it('proves its wipe, twice, and says nothing afterwards', async () => {
			const proof = await under.portal.wipe(AbortSignal.timeout(10_000));
			expect(proof).toEqual({ ...proof, step: 'portal', proven: true, found: [] });
			const again = await under.portal.wipe(AbortSignal.timeout(10_000));
			expect(again).toEqual({ ...again, step: 'portal', proven: true, found: [] });
			events = [];
			expect(await portal.show()).toMatchObject({ ok: false });
			await portal.hide();
			await portal.back();
			await portal.closePage();
			await portal.capturePage();
			expect(await portal.answerFileChooser('chooser-1', [])).toEqual({ ok: false, fault: 'gone' });
			expect(events).toEqual([]);
		});
	});
}
