import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenPortal, PortalEvent } from '../../src/lib/ports/portal.ts';
import { makeCapsule } from './portal-fixture/capsule.ts';
import { controls } from './portal-fixture/origins.ts';
import { descendants, placesWith } from './portal-fixture/remains.ts';
import { until } from './portal-fixture/until.ts';

const green = '#00aa00';
const blue = '#0000ff';
const red = '#ff0000';
const [allowed, forbidden] = ['HTTP/1.1 200 Connection established', 'HTTP/1.1 403 Forbidden'];
const programsLeft = () => descendants().filter(({ program }) => /chrom|bwrap|Xephyr|i3|socat/.test(program));

describe('portal capsule', () => {
	let under: Awaited<ReturnType<typeof makeCapsule>>;
	let portal: OpenPortal;
	let events: PortalEvent[];
	const press = (control: keyof typeof controls, ...modifiers: string[]) =>
		under.screen.click(500, controls[control], ...modifiers);
	const seen = <Type extends PortalEvent['type']>(type: Type) =>
		until(
			() => events.find((event): event is Extract<PortalEvent, { type: Type }> => event.type === type),
			`event "${type}"`
		);
	const pages = (pagesOpen: number) =>
		until(
			() => events.some((event) => event.type === 'place changed' && event.pagesOpen === pagesOpen),
			`${String(pagesOpen)} pages`
		);
	const open = async (startUrl = 'https://portal.test/', language = 'fi', hosts?: readonly string[]) => {
		events = [];
		return under.portal.warm(
			{ startUrl, language, ...(hosts ? { hosts } : {}), onEvent: (event) => events.push(event) },
			AbortSignal.timeout(50_000)
		);
	};
	/** What the road to the network answers to whoever asks for this host now. */
	const answerOf = async (host: string) => {
		const client = connect(under.egress.socketPath);
		client.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
		const [answer] = (await once(client, 'data')) as [Buffer];
		client.destroy();
		return answer.toString('latin1').split('\r\n')[0];
	};
	const wipe = () => under.portal.wipe(AbortSignal.timeout(10_000));
	const expectProven = async () => {
		const proof = await wipe();
		expect(proof).toEqual({ ...proof, step: 'portal', proven: true, found: [] });
		expect(programsLeft()).toEqual([]);
	};

	beforeAll(async () => {
		under = await makeCapsule();
	});
	afterAll(() => under.close());
	beforeEach(async () => {
		const opened = await open();
		if (!opened.ok) throw new Error(`${opened.fault.fault}: ${opened.fault.detail}`);
		portal = opened.value;
		await portal.show();
	});
	afterEach(wipe);

	it('shows the page over the whole work area, without a line of the browser’s own', async () => {
		const { width, height } = under.screen.size;
		const colours = () => [2, controls.empty, height - 2].map((y) => under.screen.colourAt(width - 5, y));
		await expect.poll(colours, { timeout: 10_000 }).toEqual([green, blue, blue]);
	});

	it('does not look like a robot, and its own scripts cannot be found by the page', async () => {
		expect(JSON.parse(await until(() => under.origins.seen.reported, 'the report'))).toEqual({
			webdriver: false,
			stored: null,
			print: 'print',
			guard: false
		});
	});

	it('keeps Chromium’s own sandbox around every page', () => {
		const chromium = descendants().filter(({ program }) => program === 'chromium');
		expect(chromium.flatMap(({ argv }) => argv).filter((flag) => flag.includes('no-sandbox'))).toEqual([]);
		const renderers = chromium.filter(({ argv }) => argv.includes('--type=renderer'));
		expect(renderers.length).toBeGreaterThan(0);
		expect(renderers.map(({ seccomp, pidNamespaceDepth }) => ({ seccomp, nested: pidNamespaceDepth > 2 }))).toEqual(
			renderers.map(() => ({ seccomp: 2, nested: true }))
		);
	});

	it('lets no request of the page reach another host, loopback or our network', async () => {
		const before = under.refused.length;
		under.origins.seen.reported = '';
		press('probe');
		await until(() => under.origins.seen.reported.includes('outcomes'), 'the end of the attempts');
		expect(under.refused.slice(before).filter((host) => host === 'evil.test').length).toBeGreaterThan(0);
		expect(under.origins.intrusions).toEqual([]);
	});

	it('closes a new page that leads off the list, and stays where the customer was', async () => {
		press('evilPage');
		expect(await seen('navigation refused')).toEqual({ type: 'navigation refused', host: 'evil.test' });
		await until(
			() => events.findLast((event) => event.type === 'place changed')?.pagesOpen === 1,
			'the refused page is closed'
		);
		await until(() => under.screen.colourAt(500, controls.empty) === blue, 'the page is back');
		events = [];
		press('second');
		await pages(2);
		expect(under.origins.intrusions).toEqual([]);
	});

	it('opens nothing for a click with a modifier or for the browser’s own shortcuts', async () => {
		for (const modifier of ['shift', 'ctrl', 'alt']) press('second', modifier);
		for (const keys of ['ctrl+n', 'ctrl+t', 'ctrl+shift+n', 'ctrl+w', 'F1', 'shift+Escape', 'ctrl+h'])
			under.screen.key(keys);
		events = [];
		press('second');
		await pages(2);
		expect(events.filter((event) => event.type === 'place changed' && event.pagesOpen > 2)).toEqual([]);
		await until(() => under.screen.colourAt(500, controls.empty) === red, 'the second page is on top');
	});

	it('does not go back before the first page, and comes back from a refused one by itself', async () => {
		events = [];
		await portal.back();
		press('evil');
		await seen('place changed');
		expect(events).toEqual([
			{ type: 'navigation refused', host: 'evil.test' },
			{ type: 'place changed', host: 'portal.test', pagesOpen: 1 }
		]);
		await until(() => under.screen.colourAt(500, controls.empty) === blue, 'the first page is shown');
	});

	it('comes back from a refused page also where the page before went to it while it was still loading', async () => {
		const opened = await open('https://portal.test/never-loaded');
		expect(opened).toMatchObject({ ok: true });
		await seen('navigation refused');
		await until(() => under.screen.colourAt(500, controls.empty) === blue, 'the page before is shown anew');
	});

	it('refuses a download that is too big and keeps nothing of it', async () => {
		press('big');
		expect(await seen('download failed')).toEqual({ type: 'download failed', reason: 'too-big' });
		await until(() => readdirSync(`${under.sessionDir}/portal/inbox`).length === 0, 'the inbox is empty');
	});

	it('proves no wipe around papers that are still on their way to the page', async () => {
		press('file');
		const { chooser } = await seen('file chooser opened');
		const half = Buffer.alloc(400_000);
		const handOver = portal.answerFileChooser(chooser.id, [
			{ name: 'a.pdf', bytes: half },
			{ name: 'b.pdf', bytes: half }
		]);
		await expectProven();
		expect(await Promise.race([handOver, 'still running'])).toEqual({ ok: false, fault: 'gone' });
		expect(readdirSync(under.sessionDir)).toEqual(['egress.sock']);
	});

	it('ends at once and proven while the page asks in an endless loop', async () => {
		press('plant');
		press('alerts');
		await until(() => under.screen.colourAt(500, controls.empty) !== blue, 'the dialog darkens the page');
		await expectProven();
	});

	it('ends at once and proven while the page hangs, and tells of no portal any more', async () => {
		press('hang');
		under.screen.click(500, controls.second);
		await expectProven();
		expect(await portal.show()).toMatchObject({ ok: false, fault: { fault: 'crashed' } });
	});

	it('tells when it has crashed, leaves nothing running, and can be opened again', async () => {
		const nested = descendants().find(({ program }) => program === 'Xephyr');
		if (!nested) throw new Error('no nested X server');
		process.kill(nested.pid, 'SIGKILL');
		expect(await seen('ended')).toMatchObject({ type: 'ended', report: { fault: 'crashed' } });
		await expectProven();
		expect(await open()).toMatchObject({ ok: true });
	});

	it('gives the next customer nothing of the last one, and nothing of it is left anywhere', async () => {
		const { canary, seen: page } = under.origins;
		const since = Date.now() - 60_000;
		press('plant');
		await until(() => page.reported.includes('planted'), 'the page has planted');
		press('field');
		under.screen.type(canary);
		press('decision');
		await seen('download finished');
		press('file');
		const { chooser } = await seen('file chooser opened');
		await portal.answerFileChooser(chooser.id, [{ name: `${canary}.pdf`, bytes: Buffer.from(canary) }]);
		await until(() => under.origins.received.some(({ name }) => name.includes(canary)), 'the file arrives');
		expect(placesWith(canary, under.sessionDir, since).length).toBeGreaterThan(0);
		await expectProven();
		expect(placesWith(canary, under.sessionDir, since)).toEqual([]);
		expect(placesWith(canary, '/tmp', since)).toEqual([]);
		expect(placesWith(canary, '/dev/shm', since)).toEqual([]);
		expect(readdirSync(under.sessionDir)).toEqual(['egress.sock']);
		expect(under.egress.openTunnels()).toBe(0);

		page.reported = '';
		expect(await open('https://portal.test/', 'sv')).toMatchObject({ ok: true });
		const report = JSON.parse(await until(() => page.reported, 'the report')) as unknown;
		expect({ cookie: page.cookie, language: page.language.split(',')[0], report }).toEqual({
			cookie: '',
			language: 'sv',
			report: { webdriver: false, stored: null, print: 'print', guard: false }
		});
	});

	it('opens a channel with its own hosts only: the portal is out of reach of browser and network, and back again after it', async () => {
		const connected = () => under.egress.openTunnels() > 0;
		expect([await answerOf('portal.test'), await answerOf('bank.test')]).toEqual([allowed, forbidden]);
		await until(connected, 'the portal is connected');

		const opened = await open('https://bank.test/', 'fi', ['bank.test']);
		if (!opened.ok) throw new Error(opened.fault.detail);
		await until(() => events.some((event) => event.type === 'place changed'), 'the channel is there');
		const ofChannel = JSON.parse(readFileSync(`${under.sessionDir}/portal/policies/portal.json`, 'utf8')) as object;
		expect({
			places: events.filter((event) => event.type === 'place changed'),
			policy: ofChannel,
			portal: await answerOf('portal.test'),
			channel: await answerOf('bank.test'),
			before: await portal.show(),
			browsers: descendants().filter(({ program }) => program === 'Xephyr').length
		}).toEqual({
			places: [{ type: 'place changed', host: 'bank.test', pagesOpen: 1 }],
			policy: { ...ofChannel, URLAllowlist: ['https://.bank.test'] },
			portal: forbidden,
			channel: allowed,
			before: { ok: false, fault: { fault: 'crashed', detail: 'portal has ended' } },
			browsers: 1
		});

		expect(await open()).toMatchObject({ ok: true });
		expect([await answerOf('portal.test'), await answerOf('bank.test')]).toEqual([allowed, forbidden]);
	});

	it('lets a page of a channel lead nowhere but to the channel’s hosts', async () => {
		expect(await open('https://portal.test/second', 'fi', ['evil.test'])).toMatchObject({
			ok: false,
			fault: { fault: 'not-reachable' }
		});
		const opened = await open('https://portal.test/', 'fi', ['portal.test']);
		if (!opened.ok) throw new Error(opened.fault.detail);
		await until(() => under.screen.colourAt(500, controls.empty) === blue, 'the page is shown');
		press('file');
		const { chooser } = await seen('file chooser opened');
		expect(await opened.value.answerFileChooser(chooser.id, [{ name: 'a.pdf', bytes: Buffer.from('a') }])).toEqual({
			ok: true,
			value: undefined
		});
		await until(() => under.origins.received.some(({ name }) => name === 'a.pdf'), 'the file arrives');
		press('decision');
		await seen('download finished');
		press('print');
		await seen('page captured');
		press('evil');
		expect(await seen('navigation refused')).toEqual({ type: 'navigation refused', host: 'evil.test' });
		expect(under.origins.intrusions).toEqual([]);
	});

	it('says that the portal cannot be reached, and leaves nothing running', async () => {
		await wipe();
		expect(await open('https://evil.test/')).toMatchObject({ ok: false, fault: { fault: 'not-reachable' } });
		await expectProven();
	});

	it('comes to nothing when it is cancelled while it starts', async () => {
		await wipe();
		const starting = new AbortController();
		const opening = under.portal.warm(
			{ startUrl: 'https://portal.test/', language: 'fi', onEvent: (event) => events.push(event) },
			starting.signal
		);
		await until(() => programsLeft().some(({ program }) => program === 'Xephyr'), 'the nested X server runs');
		starting.abort();
		expect(await opening).toMatchObject({ ok: false, fault: { fault: 'did-not-start' } });
		await expectProven();
	});

	it('is wiped, proven, in the middle of its start', async () => {
		await wipe();
		const opening = open();
		await until(() => programsLeft().some(({ program }) => program === 'Xephyr'), 'the nested X server runs');
		await expectProven();
		expect(await opening).toMatchObject({ ok: false, fault: { fault: 'did-not-start' } });
		expect(readdirSync(under.sessionDir)).toEqual(['egress.sock']);
	});

	it('has a canary server that would have told of an intruder', async () => {
		const socket = connect(under.origins.canaryPort, '127.0.0.1');
		await once(socket, 'connect');
		socket.destroy();
		await until(() => under.origins.intrusions.length > 0, 'the canary noticed');
		expect(under.origins.intrusions).toEqual(['loopback connection']);
	});
});
