import { writeFile } from 'node:fs/promises';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleCatalogues } from '#lib/i18n/console/console-catalogues.ts';
import { clientSecret, startOpenIdProvider } from '../contract/open-id-provider.fixture.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { runKiosk, startKiosk, type RunningKiosk } from './house/kiosk.ts';

const password = 'kolme vihreää hevosta';
const texts = consoleCatalogues.fi.logIn;

/** One account command of the command line against the records of a running kiosk. */
async function user(kiosk: RunningKiosk, args: readonly string[], stdin = '') {
	const { said, ended } = runKiosk(['user', ...args, '--state', kiosk.stateDir, '--config', kiosk.configDir], stdin);
	return { code: await ended, out: said.stdout, err: said.stderr };
}
const add = (kiosk: RunningKiosk, name: string, role: string) =>
	user(kiosk, ['add', name, '--role', role, '--password-stdin'], `${password}\n`);

interface Asked {
	readonly method?: string;
	readonly path: string;
	readonly headers?: OutgoingHttpHeaders;
	readonly body?: string;
}

/** A request with exactly these headers. */
const ask = (origin: string, { method = 'GET', path, headers = {}, body }: Asked) =>
	new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
		const sent = httpRequest(new URL(path, origin), { method, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
		});
		sent.once('error', reject).end(body);
	});

/** Entries of the audit log, oldest first. */
function heard(kiosk: RunningKiosk): readonly string[] {
	const database = new DatabaseSync(join(kiosk.stateDir, 'console.sqlite'), { readOnly: true });
	const rows = database.prepare('SELECT who, event, about FROM audit_log ORDER BY id').all();
	database.close();
	return rows.map(({ who, event, about }) => `${who}: ${event}, ${about}`);
}

describe('the console of a running kiosk', () => {
	let kiosk: RunningKiosk;
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		// Port 9 (discard) of loopback: nothing listens there.
		const away = (text: string) => text.replace('scanner: simulated', 'scanner: escl:http://127.0.0.1:9/eSCL');
		kiosk = await startKiosk({ files: { 'kiosk.yaml': away } });
		browser = await launchBrowser();
		context = await browser.newContext({ locale: 'fi', javaScriptEnabled: false });
		page = await context.newPage();
	});
	afterAll(async () => {
		await browser.close();
		expect(await kiosk.stop()).toBe(0);
	});

	const url = (path: string) => `${kiosk.consoleOrigin}${path}`;
	const path = () => new URL(page.url()).pathname;
	async function logIn(name: string, secret: string) {
		await page.goto(url('/console/log-in'));
		await page.getByLabel(texts.name).fill(name);
		await page.getByLabel(texts.password).fill(secret);
		await page.getByRole('button', { name: texts.submit, exact: true }).click();
	}
	const sessionCookie = async () => (await context.cookies(url('/console'))).find(({ name }) => name === 'console');
	/** Where somebody with this cookie gets to. */
	const reached = async (token: string) =>
		(await ask(kiosk.consoleOrigin, { path: '/console', headers: { accept: 'text/html', cookie: `console=${token}` } }))
			.headers.location ?? 'the console';
	const logInAndTakeToken = async (name: string) => {
		await context.clearCookies();
		await logIn(name, password);
		return (await sessionCookie())!.value;
	};

	it('says how to add an account, and takes one from the command line while it runs', async () => {
		expect(kiosk.said('stdout')).toContain(
			`Nobody can log in there yet; add an account: npm run kiosk -- user add NAME --role administrator --state ${kiosk.stateDir}`
		);
		expect(await add(kiosk, 'maija', 'administrator')).toEqual({
			code: 0,
			out: 'maija can log in as administrator.\n',
			err: ''
		});
		expect((await add(kiosk, 'pekka', 'staff')).code).toBe(0);
		const { out } = await user(kiosk, ['list', '--json']);
		expect(JSON.parse(out)).toEqual([
			{ name: 'maija', role: 'administrator', createdAt: expect.any(String) as string },
			{ name: 'pekka', role: 'staff', createdAt: expect.any(String) as string }
		]);
	});

	it('shows whoever comes the log-in, in their language, without scripts', async () => {
		await page.goto(url('/'));
		expect(path()).toBe('/console/log-in');
		await page.getByRole('heading', { level: 1, name: texts.heading }).waitFor();
		await page.getByRole('button', { name: 'Svenska' }).click();
		await page.getByRole('heading', { level: 1, name: consoleCatalogues.sv.logIn.heading }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('sv');
		await page.getByRole('button', { name: 'Suomi' }).click();
		await page.getByRole('heading', { level: 1, name: texts.heading }).waitFor();
	});

	it('tells who mistyped that one of the two is wrong, keeps the name, and lets them in then', async () => {
		await logIn('maija', 'kolme vihreaa hevosta');
		expect(await page.getByRole('alert').innerText()).toBe(texts.faults.refused);
		expect(await page.getByLabel(texts.name).inputValue()).toBe('maija');
		expect(await page.getByLabel(texts.password).inputValue()).toBe('');
		await logIn('Maija', password);
		expect(path()).toBe('/console');
		const { value, ...cookie } = (await sessionCookie())!;
		expect(value).toMatch(/^[\w-]{43}$/);
		expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/console', expires: -1 });
		await page.goto(url('/console/log-in'));
		expect(path()).toBe('/console');
	});

	it('tells staff who come what is wrong with a scanner that nobody has scanned with yet', async () => {
		const { what, todo } = consoleCatalogues.fi.today.scanner.offline;
		await page.getByText(what).waitFor();
		await page.getByText(todo).waitFor();
	});

	it('ends a session by log-out, for good', async () => {
		const token = await logInAndTakeToken('pekka');
		expect(await reached(token)).toBe('the console');
		const leave = (origin: string) =>
			ask(kiosk.consoleOrigin, {
				method: 'POST',
				path: '/console/log-out',
				headers: { cookie: `console=${token}`, origin, 'content-type': 'application/x-www-form-urlencoded' }
			});
		expect((await leave('https://portal.test')).status).toBe(403);
		expect(await reached(token)).toBe('the console');
		const { status, headers } = await leave(kiosk.consoleOrigin);
		expect([status, headers.location]).toEqual([303, '/console/log-in']);
		expect(await reached(token)).toBe('/console/log-in');
	});

	it('ends a session that nobody used for half an hour', async () => {
		const token = await logInAndTakeToken('pekka');
		const database = new DatabaseSync(join(kiosk.stateDir, 'console.sqlite'), { timeout: 2000 });
		database.exec(`UPDATE console_sessions SET seen_at = seen_at - ${30 * 60_000 + 1000}`);
		database.close();
		await page.goto(url('/console'));
		expect(path()).toBe('/console/log-in');
		expect(await reached(token)).toBe('/console/log-in');
	});

	it('ends the sessions of an account with its password, and with itself', async () => {
		const before = await logInAndTakeToken('pekka');
		expect((await user(kiosk, ['password', 'pekka', '--password-stdin'], `${password}\n`)).code).toBe(0);
		expect(await reached(before)).toBe('/console/log-in');
		const again = await logInAndTakeToken('pekka');
		expect((await user(kiosk, ['remove', 'pekka'])).out).toBe(
			'pekka cannot log in any more and is logged out everywhere.\n'
		);
		expect(await reached(again)).toBe('/console/log-in');
	});

	it('has on record who did what, and no password', async () => {
		const from = 'from 127.0.0.1';
		expect(heard(kiosk)).toEqual([
			'command line: account added, maija, administrator',
			'command line: account added, pekka, staff',
			`maija: log-in refused, wrong name or password, ${from}`,
			`maija: logged in, as administrator with a password, ${from}`,
			`pekka: logged in, as staff with a password, ${from}`,
			'pekka: logged out, at the console',
			`pekka: logged in, as staff with a password, ${from}`,
			`pekka: logged in, as staff with a password, ${from}`,
			'command line: password changed, pekka',
			`pekka: logged in, as staff with a password, ${from}`,
			'command line: account removed, pekka'
		]);
		for (const said of [heard(kiosk).join(), kiosk.said('stderr'), kiosk.said('stdout')])
			expect(said).not.toMatch(/hevosta/);
	});

	it('makes who guesses wait, and says how long', async () => {
		const guess = () =>
			ask(kiosk.consoleOrigin, {
				method: 'POST',
				path: '/console/log-in?/password',
				headers: {
					origin: kiosk.consoleOrigin,
					'content-type': 'application/x-www-form-urlencoded',
					accept: 'text/html',
					'accept-language': 'fi'
				},
				body: 'name=guesser&password=guessed'
			});
		// All at once: a slow machine must not have waited long enough in between. This address has failed once already.
		const answers = await Promise.all(Array.from({ length: 8 }, guess));
		expect(answers.map(({ status }) => status).toSorted()).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
		expect(answers.find(({ status }) => status === 429)?.text).toContain(texts.faults.tooManyAttempts(1));
	});

	it('has nothing of the customer’s side, and the customer’s side nothing of it', async () => {
		const token = new URL(kiosk.address).searchParams.get('token')!;
		const status = async (origin: string, asked: Asked) => (await ask(origin, asked)).status;
		const staff = await logInAndTakeToken('maija');
		const asStaff = { cookie: `console=${staff}`, accept: '*/*' };
		const asCustomer = { cookie: `kiosk=${token}; console=${staff}` };
		expect({
			stream: await status(kiosk.consoleOrigin, { path: '/api/session/stream', headers: asStaff }),
			papers: await status(kiosk.consoleOrigin, { path: '/api/papers/x/pdf', headers: asStaff }),
			command: await status(kiosk.consoleOrigin, {
				method: 'POST',
				path: '/api/session/command',
				headers: { ...asStaff, origin: kiosk.consoleOrigin, 'content-type': 'application/json' },
				body: '{"type":"end visit"}'
			}),
			stranger: await status(kiosk.consoleOrigin, { path: '/api/session/stream' }),
			customerToken: await status(kiosk.consoleOrigin, { path: `/api/devices?token=${token}` }),
			console: await status(kiosk.origin, { path: '/console', headers: asCustomer }),
			logIn: await status(kiosk.origin, { path: '/console/log-in', headers: asCustomer }),
			logOut: await status(kiosk.origin, {
				method: 'POST',
				path: '/console/log-out',
				headers: { ...asCustomer, origin: kiosk.origin }
			})
		}).toEqual({
			stream: 404,
			papers: 404,
			command: 404,
			stranger: 401,
			customerToken: 401,
			console: 404,
			logIn: 404,
			logOut: 404
		});
	});

	it('refuses what another page sends, and tells the log only why', async () => {
		const form = (headers: OutgoingHttpHeaders): Asked => ({
			method: 'POST',
			path: '/console/log-in?/password',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: `name=maija&password=${encodeURIComponent(password)}`
		});
		const origin = kiosk.consoleOrigin;
		const statuses = await Promise.all(
			[
				form({ origin: 'https://portal.test', 'sec-fetch-site': 'cross-site' }),
				form({ origin: kiosk.origin, 'sec-fetch-site': 'same-site' }),
				form({ origin: 'null' }),
				form({}),
				{ ...form({ origin }), headers: { origin, host: 'rebound.evil.test' } },
				form({ origin, 'content-length': '300000' })
			].map(async (asked) => {
				const { status, headers } = await ask(kiosk.consoleOrigin, asked);
				return [status, headers['set-cookie'] ?? null];
			})
		);
		expect(statuses).toEqual([...Array<unknown>(5).fill([403, null]), [413, null]]);
		expect(kiosk.said('stderr')).toContain('"event":"console request refused","why":"foreign-origin"}');
		expect(kiosk.said('stderr')).not.toContain('portal.test');
	});

	it('tells its state to anybody', async () => {
		const { status, headers, text } = await ask(kiosk.consoleOrigin, { path: '/status' });
		expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json', 'no-store']);
		expect(JSON.parse(text)).toEqual({ servicePoint: 'tornio', computer: '1', state: 'free' });
	});
});

describe('log-in at the authority’s own provider', () => {
	let kiosk: RunningKiosk;
	let browser: Browser;
	let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
	const provided = { name: 'Virkatunnus', link: texts.withProvider('Virkatunnus') };

	beforeAll(async () => {
		provider = await startOpenIdProvider();
		const secretFile = '/dev/shm/kiosk-e2e-open-id-secret';
		await writeFile(secretFile, clientSecret, { mode: 0o600 });
		const openId = `  openId:
    name: { fi: ${provided.name}, sv: Tjänstekonto, en: Work account }
    issuer: ${provider.issuer}
    clientId: kiosk
    clientSecretFile: ${secretFile}
    roleClaim: groups
    administratorValue: kiosk-admins
    staffValue: kiosk-staff
`;
		kiosk = await startKiosk({ files: { 'kiosk.yaml': (text) => text.replace('  port: 4711', `${openId}$&`) } });
		provider.register(`${kiosk.consoleOrigin}/console/log-in/open-id/callback`);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser.close();
		await kiosk.stop();
	});

	const come = async () => {
		const page = await openScreen(browser, `${kiosk.consoleOrigin}/console/log-in`);
		await page.getByRole('button', { name: 'Suomi' }).click();
		await page.getByRole('link', { name: provided.link }).click();
		await page.waitForURL((url) => url.origin === kiosk.consoleOrigin && !url.pathname.endsWith('/open-id'));
		return page;
	};

	it('lets in who has a role there, and says to who has none whom to ask', async () => {
		provider.logsIn('staff-1');
		const staff = await come();
		expect(new URL(staff.url()).pathname).toBe('/console');
		const cookies = await staff.context().cookies(`${kiosk.consoleOrigin}/console/log-in/open-id`);
		const ours = cookies.map(({ name }) => name).filter((name) => name.startsWith('console'));
		expect(ours.toSorted()).toEqual(['console', 'console-language']);
		provider.logsIn('guest-1');
		const guest = await come();
		expect(await guest.getByRole('alert').innerText()).toBe(texts.faults.noRole);
		provider.logsIn('nobody');
		const nobody = await come();
		expect(await nobody.getByRole('alert').innerText()).toBe(texts.faults.providerRefused);
		for (const page of [staff, guest, nobody]) await page.context().close();
	});

	it('does not let another browser come back in its place', async () => {
		provider.logsIn('staff-1');
		const answer = await ask(kiosk.consoleOrigin, {
			path: '/console/log-in/open-id/callback?code=stolen&state=stolen',
			headers: { accept: 'text/html' }
		});
		expect([answer.status, answer.headers.location]).toEqual([303, '/console/log-in?fault=refused']);
	});

	it('says that the provider cannot be reached, and the accounts still work', async () => {
		await provider.stop();
		provider.logsIn('staff-1');
		await add(kiosk, 'maija', 'staff');
		const page = await openScreen(browser, `${kiosk.consoleOrigin}/console/log-in?fault=not-reachable`);
		await page.getByRole('button', { name: 'Suomi' }).click();
		await page.getByLabel(texts.name).fill('maija');
		await page.getByLabel(texts.password).fill(password);
		await page.getByRole('button', { name: texts.submit, exact: true }).click();
		await page.waitForURL('**/console');
		await page.context().close();
	});
});

describe('a console that cannot be used', () => {
	it('says so, and the customer is served all the same', async () => {
		const kiosk = await startKiosk({ state: { 'console.sqlite': 'this is no database, '.repeat(500) } });
		const { status, text } = await ask(kiosk.consoleOrigin, { path: '/console/log-in' });
		const customer = await ask(kiosk.origin, {
			path: '/',
			headers: { cookie: `kiosk=${new URL(kiosk.address).searchParams.get('token')}` }
		});
		const state = await ask(kiosk.consoleOrigin, { path: '/status' });
		const adding = await add(kiosk, 'maija', 'staff');
		expect(await kiosk.stop()).toBe(0);
		expect([status, customer.status, state.status, adding.code]).toEqual([503, 200, 200, 1]);
		for (const language of ['fi', 'sv', 'en'] as const)
			expect(text).toContain(consoleCatalogues[language].logIn.recordsUnusable.heading);
		const damaged = `${join(kiosk.stateDir, 'console.sqlite')} is damaged; put back a copy of it`;
		expect(kiosk.said('stderr')).toContain(`The console cannot be used: ${damaged}`);
		expect(kiosk.said('stderr')).toContain('"event":"console records unusable","why":"corrupted"}');
		expect(adding.err).toContain(damaged);
	});

	it('is told where its certificate cannot be read, and the customer is served all the same', async () => {
		const kiosk = await startKiosk({
			files: {
				'kiosk.yaml': (text) =>
					text.replace('  port: 4711', '  tls: { certificate: /dev/shm/nowhere.pem, key: /dev/shm/nowhere.key }\n$&')
			}
		});
		expect(kiosk.said('stderr')).toContain(
			'There is no console: the files of console.tls in kiosk.yaml cannot be read or used.'
		);
		expect((await ask(kiosk.origin, { path: '/' })).status).toBe(403);
		expect(await kiosk.stop()).toBe(0);
	});
});
