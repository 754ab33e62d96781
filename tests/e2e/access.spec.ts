import { request as httpRequest, createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openScreen } from './house/browser.ts';
import { customerAt, leave, viewOf } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let kiosk: RunningKiosk;
let token: string;

beforeAll(async () => {
	kiosk = await startKiosk();
	await kiosk.scanner({ setPageDelayMs: 20 });
	token = new URL(kiosk.address).searchParams.get('token')!;
});
afterAll(async () => {
	expect(await kiosk.stop()).toBe(0);
});

interface Asked {
	readonly method?: 'GET' | 'POST' | 'HEAD';
	readonly path: string;
	readonly headers?: OutgoingHttpHeaders;
	readonly body?: string;
}

/** A request with exactly these headers: `fetch` forbids some and adds others. */
const ask = ({ method = 'GET', path, headers = {}, body }: Asked) =>
	new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
		const sent = httpRequest(new URL(path, kiosk.origin), { method, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
		});
		sent.once('error', reject).end(body);
	});

const commandPath = '/api/session/command';
const chooseLanguage = JSON.stringify({ type: 'choose language', language: 'fi' });

describe('another program on the machine', () => {
	const doors = [
		'/',
		'/icon.svg',
		'/_app/version.json',
		'/api/session/stream',
		'/api/devices',
		'/api/papers/x/pdf',
		'/api/papers/x/thumbnails/0',
		'/api/take-along/portal'
	];
	it.each(doors)('without the token gets nothing of %s', async (path) => {
		const { status, text } = await ask({ path });
		expect({ status, text }).toEqual({
			status: 403,
			text: 'Refused: no-token. Open the address that the program printed.\n'
		});
	});

	const origin = () => kiosk.origin;
	const own = () => ({ cookie: `kiosk=${token}`, 'content-type': 'application/json' });
	const post = (headers: OutgoingHttpHeaders): Asked => ({
		method: 'POST',
		path: commandPath,
		headers,
		body: chooseLanguage
	});
	it.each<[string, string, () => Asked]>([
		['a wrong token', 'no-token', () => ({ path: '/', headers: { cookie: `kiosk=${token.slice(1)}x` } })],
		['a wrong token in the address', 'no-token', () => ({ path: '/?token=x' })],
		[
			'a token in the address of a command',
			'no-token',
			() => ({ ...post({ origin: origin() }), path: `${commandPath}?token=${token}` })
		],
		[
			'the Host of a rebound name',
			'foreign-host',
			() => ({ path: '/api/session/stream', headers: { ...own(), host: 'rebound.evil.test' } })
		],
		['the Host of another port', 'foreign-host', () => ({ path: '/', headers: { ...own(), host: '127.0.0.1:1' } })],
		['a foreign Origin', 'foreign-origin', () => post({ ...own(), origin: 'https://portal.test' })],
		['an opaque Origin', 'foreign-origin', () => post({ ...own(), origin: 'null' })],
		['no Origin', 'foreign-origin', () => post(own())],
		[
			'a foreign Origin on the stream',
			'foreign-origin',
			() => ({ path: '/api/session/stream', headers: { ...own(), origin: 'https://portal.test' } })
		],
		[
			'a cross-site command',
			'foreign-origin',
			() => post({ ...own(), origin: origin(), 'sec-fetch-site': 'cross-site' })
		],
		[
			'a cross-site picture',
			'foreign-origin',
			() => ({ path: '/api/papers/x/thumbnails/0', headers: { ...own(), 'sec-fetch-site': 'cross-site' } })
		],
		[
			'a command from a page on another port',
			'foreign-origin',
			() => post({ ...own(), origin: origin(), 'sec-fetch-site': 'same-site' })
		]
	])('is refused with %s and learns nothing', async (_, why, asked) => {
		const { status, text } = await ask(asked());
		expect({ status, text }).toEqual({
			status: 403,
			text: `Refused: ${why}. Open the address that the program printed.\n`
		});
	});

	it('finds the token neither in the log nor in an address that stays in the browser', async () => {
		const { status, headers, text } = await ask({ path: `/?token=${token}` });
		expect({ status, location: headers.location, cookie: headers['set-cookie'], text }).toEqual({
			status: 303,
			location: '/',
			cookie: [`kiosk=${token}; HttpOnly; SameSite=Strict; Path=/`],
			text: ''
		});
		expect(kiosk.said('stderr')).not.toContain(token);
	});

	it('is told by the log which port was given, also where any would do', () => {
		const [first] = kiosk.said('stderr').split('\n');
		const { at, ...started } = JSON.parse(first ?? '') as { at: string };
		expect(new Date(at).toISOString()).toBe(at);
		expect(started).toEqual({
			event: 'server started',
			port: Number(new URL(kiosk.origin).port),
			lock: 'browser',
			simulatedScanner: true,
			simulatedPrinter: true
		});
	});
});

/** Headers of an answer without those that HTTP itself brings along. */
const promised = ({ headers }: Awaited<ReturnType<typeof ask>>) =>
	Object.fromEntries(
		[
			'cache-control',
			'content-security-policy',
			'cross-origin-opener-policy',
			'cross-origin-resource-policy',
			'referrer-policy',
			'x-content-type-options',
			'x-frame-options'
		].flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))
	);

describe('what an answer tells a browser', () => {
	const everywhere = {
		'cache-control': 'no-store',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY'
	};
	const cookie = () => ({ cookie: `kiosk=${token}` });

	it('lets the screen run its own code only', async () => {
		const answer = await ask({ path: '/', headers: cookie() });
		const policy = String(answer.headers['content-security-policy']).replace(/'nonce-[\w+/=]{20,}'/, "'nonce-N'");
		expect({ ...promised(answer), 'content-security-policy': policy.split('; ').toSorted() }).toEqual({
			...everywhere,
			'content-security-policy': [
				"base-uri 'none'",
				"connect-src 'self'",
				"default-src 'none'",
				"font-src 'self'",
				"form-action 'self'",
				"frame-ancestors 'none'",
				"img-src 'self' blob: data:",
				"script-src 'self' 'nonce-N'",
				"style-src 'self'",
				"style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='",
				"worker-src 'self'"
			]
		});
	});

	it.each(['/api/devices', '/api/papers/x/pdf'])('keeps %s out of caches and other pages', async (path) => {
		expect(promised(await ask({ path, headers: cookie() }))).toEqual(everywhere);
	});
});

describe('a page of another origin on the same machine, in the same browser', () => {
	let browser: Browser;
	let screen: Page;
	let stranger: Page;
	const site = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello'));

	beforeAll(async () => {
		browser = await launchBrowser();
		screen = await openScreen(browser, kiosk.address);
		const customer = customerAt(screen, 'fi');
		await customer.startVisit();
		await customer.toScan();
		await customer.scan(2);
		await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
		stranger = await screen.context().newPage();
		await stranger.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
	});
	afterAll(async () => {
		await leave(screen);
		await browser.close();
		site.close();
		site.closeAllConnections();
	});

	it('cannot read, embed or command the screen, and the visit goes on', async () => {
		const scan = async () => {
			const { state } = await viewOf(screen);
			const paper = state.name === 'inSession' ? state.papers[0] : undefined;
			return paper?.kind === 'pages' ? paper : null;
		};
		// What is found on the pages comes by itself, and is one more view.
		await expect
			.poll(async () => (await scan())?.pages.map(({ findings }) => findings !== null), { timeout: 30_000 })
			.toEqual([true, true]);
		const before = await viewOf(screen);
		const { id, pages } = (await scan())!;
		const paper = `${kiosk.origin}/api/papers/${id}`;
		const picture = `${paper}/thumbnails/${pages[0]?.image.id}`;
		const fromTheScreen = (address: string) => screen.evaluate(async (url) => (await fetch(url)).status, address);
		expect([await fromTheScreen(picture), await fromTheScreen(`${paper}/pdf`)]).toEqual([200, 200]);
		const reached = await stranger.evaluate(
			async ({ origin, paper, picture }) => {
				const command = (init: RequestInit) =>
					fetch(`${origin}/api/session/command`, {
						method: 'POST',
						credentials: 'include',
						body: JSON.stringify({ type: 'end visit' }),
						...init
					}).then(
						({ type }) => (type === 'opaque' ? 'sent, answer unreadable' : 'read'),
						() => 'blocked'
					);
				const loads = (element: HTMLElement & { src: string }, src: string) =>
					new Promise<string>((resolve) => {
						element.onload = () => resolve('loaded');
						element.onerror = () => resolve('blocked');
						element.src = src;
						document.body.append(element);
					});
				return {
					read: await fetch(`${origin}/api/devices`, { credentials: 'include' }).then(
						() => 'read',
						() => 'blocked'
					),
					// Sent without asking first, as forms are; what matters is that it changes nothing.
					plainCommand: await command({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
					jsonCommand: await command({ headers: { 'content-type': 'application/json' } }),
					script: await loads(document.createElement('script'), `${origin}/api/devices`),
					picture: await loads(document.createElement('img'), picture),
					pdf: await fetch(`${paper}/pdf`, { mode: 'no-cors', credentials: 'include' }).then(
						({ type }) => type,
						() => 'blocked'
					),
					stream: await new Promise<string>((resolve) => {
						const source = new EventSource(`${origin}/api/session/stream`, { withCredentials: true });
						source.onmessage = () => resolve('read');
						source.onerror = () => (source.close(), resolve('blocked'));
					})
				};
			},
			{ origin: kiosk.origin, paper, picture }
		);
		expect(reached).toEqual({
			read: 'blocked',
			plainCommand: 'blocked',
			jsonCommand: 'blocked',
			script: 'blocked',
			picture: 'blocked',
			pdf: 'blocked',
			stream: 'blocked'
		});
		const { sequence, state } = await viewOf(screen);
		expect({ sequence, state: state.name }).toEqual({ sequence: before.sequence, state: 'inSession' });
	});

	it('sees an empty frame where it frames the screen, and no window of it where it opens one', async () => {
		await stranger.evaluate((origin) => {
			const frame = document.createElement('iframe');
			frame.src = origin;
			document.body.append(frame);
			return new Promise((loaded) => (frame.onload = loaded));
		}, kiosk.origin);
		const framed = await stranger
			.locator('iframe')
			.contentFrame()
			.locator('body')
			.innerText()
			.catch(() => '');
		expect(framed).not.toContain(customerAt(screen, 'fi').texts.home.heading);
		const [opened] = await Promise.all([
			screen.context().waitForEvent('page'),
			stranger.evaluate((origin) => void window.open(origin), kiosk.origin)
		]);
		await opened.waitForLoadState();
		expect((await opened.locator('body').innerText()).trim()).toBe(
			'Refused: foreign-origin. Open the address that the program printed.'
		);
	});
});
