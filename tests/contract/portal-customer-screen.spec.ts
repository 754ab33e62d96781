import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCustomerScreen, type CustomerScreen } from '../../src/lib/server/adapters/chromium/customer-screen.ts';
import { policyTemplate } from './portal-fixture/capsule.ts';
import { descendants, placesWith } from './portal-fixture/remains.ts';
import { until } from './portal-fixture/until.ts';
import { startXScreen, type XScreen } from './portal-fixture/x-screen.ts';

/** What a page can leave behind; `?plant` leaves all of it. */
const plant = `document.cookie = 'left=1; path=/; max-age=999';
document.cookie = 'deep=1; path=/deep/er; max-age=999';
document.cookie = 'access=stolen; path=/deep; max-age=999';
localStorage.left = sessionStorage.left = '1';
const database = new Promise((done) => {
	const opening = indexedDB.open('left');
	opening.onupgradeneeded = () => opening.result.createObjectStore('things').put('thing', 'key');
	opening.onsuccess = done;
});
const cached = caches.open('left').then((cache) => cache.put('/thing', new Response('thing'.repeat(1000))));
history.pushState({}, '', '/inside?plant');
Promise.all([database, cached]).then(() => fetch('/planted'));`;

describe('customer screen', () => {
	let screen: XScreen;
	let server: Server;
	let other: Server;
	let origin: string;
	let stateDir: string;
	let started: CustomerScreen;
	let requests: { url: string; cookie: string }[] = [];
	let intrusions = 0;
	const wipe = () => started.wipe(AbortSignal.timeout(10_000));
	const asked = (url: string) => until(() => requests.find((request) => request.url === url), `a request for ${url}`);
	const listen = (target: Server) =>
		new Promise<number>((resolve) =>
			target.listen(0, '127.0.0.1', () => resolve((target.address() as AddressInfo).port))
		);
	const goTo = async (url: string) => {
		requests = [];
		await started.page.send('Page.navigate', { url });
	};

	beforeAll(async () => {
		server = createServer((request, response) => {
			const url = request.url ?? '';
			requests.push({ url, cookie: request.headers.cookie ?? '' });
			if (url === '/?token=1')
				return void response
					.writeHead(303, { location: '/', 'set-cookie': 'access=1; path=/; HttpOnly; SameSite=Strict' })
					.end();
			if (['/kept', '/_app/immutable/code.js'].includes(url)) response.setHeader('cache-control', 'max-age=999');
			response.setHeader('content-type', 'text/html');
			response.end(`<body style="background:#ffff00"><script>${url.includes('plant') ? plant : ''}</script>`);
		});
		other = createServer((_request, response) => {
			intrusions += 1;
			response.end();
		});
		[screen, stateDir, origin] = await Promise.all([
			startXScreen(),
			mkdtemp('/dev/shm/customer-screen-'),
			listen(server).then((port) => `http://127.0.0.1:${String(port)}`)
		]);
		await listen(other);
		const outcome = await startCustomerScreen(
			{
				stateDir,
				policyTemplate: policyTemplate('screen'),
				accessCookie: 'access',
				blankPath: '/blank',
				startMs: 40_000
			},
			{ display: screen.display, url: `${origin}/?token=1` },
			AbortSignal.timeout(40_000)
		);
		if (!outcome.ok) throw new Error(outcome.fault.detail);
		started = outcome.value;
		await asked('/');
	});
	afterAll(async () => {
		await started.close();
		for (const each of [server, other]) {
			each.closeAllConnections();
			each.close();
		}
		await screen.close();
		await rm(stateDir, { recursive: true, force: true });
	});

	it('shows our page', async () => {
		await until(() => screen.colourAt(500, 400) === '#ffff00', 'the page is on the screen');
	});

	it('takes away what a customer left, keeps its access, and proves it', async () => {
		await goTo(`${origin}/?plant`);
		await asked('/planted');
		requests = [];
		const proof = await wipe();
		expect(proof).toEqual({ ...proof, step: 'screen', proven: true, found: [] });
		const fresh = await asked('/');
		expect(fresh.cookie.split('; ')).toContain('access=1');
		requests = [];
		await wipe();
		expect(await asked('/')).toEqual({ url: '/', cookie: 'access=1' });
		await goTo(`${origin}/deep/er`);
		expect(await asked('/deep/er')).toEqual({ url: '/deep/er', cookie: 'access=1' });
	});

	it('takes an answer out of the cache that is no file of our build', async () => {
		const ask = (path: string) =>
			started.page.send('Runtime.evaluate', {
				expression: `fetch('${path}').then((answer) => answer.text())`,
				awaitPromise: true
			});
		const askedFor = (path: string) => requests.filter(({ url }) => url === path).length;
		const [ours, another] = ['/_app/immutable/code.js', '/kept'];
		await wipe();
		requests = [];
		for (const path of [ours, ours, another, another]) await ask(path);
		const before = { ours: askedFor(ours), another: askedFor(another) };
		await wipe();
		await ask(another);
		expect({ before, after: askedFor(another) }).toEqual({ before: { ours: 1, another: 1 }, after: 2 });
	});

	it('does not call itself wiped when our page cannot be loaded anew', async () => {
		const refuse = (_request: unknown, response: { destroy(): void }) => response.destroy();
		const [answer] = server.listeners('request');
		server.removeAllListeners('request').on('request', refuse);
		server.closeAllConnections();
		const proof = await wipe();
		expect(proof).toEqual({ ...proof, proven: false, found: ['1 page that did not load anew'] });
		server.removeAllListeners('request').on('request', answer as () => void);
		const again = await wipe();
		expect(again.proven).toBe(true);
	});

	it('goes nowhere but to our listener, not even to another one of this machine', async () => {
		const elsewhere = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}/`;
		expect(await started.page.send('Page.navigate', { url: elsewhere })).toMatchObject({
			errorText: 'net::ERR_BLOCKED_BY_ADMINISTRATOR'
		});
		await wipe();
		await started.page.send('Runtime.evaluate', {
			expression: `fetch('${elsewhere}', { mode: 'no-cors' }).catch(() => {})`,
			awaitPromise: true
		});
		expect(intrusions).toBe(0);
	});

	it('closes any second window', async () => {
		const closed = Promise.withResolvers<void>();
		const stop = started.cdp.browser.on('Target.detachedFromTarget', () => closed.resolve());
		void started.page
			.send('Runtime.evaluate', {
				expression: `void setTimeout(() => open('/second', '', 'popup'))`,
				userGesture: true
			})
			.catch(() => {});
		await closed.promise;
		stop();
		const { targetInfos } = await started.cdp.browser.send('Target.getTargets');
		expect(targetInfos.filter(({ url }) => url.startsWith(origin)).map(({ url }) => url)).toEqual([`${origin}/`]);
		expect((await wipe()).proven).toBe(true);
	});

	it('is gone with everything that it kept when it is closed', async () => {
		await started.close();
		await started.exited;
		expect(descendants().filter(({ program }) => /chrom|bwrap/.test(program))).toEqual([]);
		expect(placesWith('planted', stateDir, 0)).toEqual([]);
		expect((await wipe()).proven).toBe(false);
	});
});
