import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed } from '#lib/domain/result.ts';
import { createOpenIdProvider } from '#lib/server/adapters/open-id/open-id-provider.ts';
import { openConsoleDatabase } from '#lib/server/adapters/sqlite/console-database.ts';
import { createAccounts } from '#lib/server/adapters/sqlite/sqlite-accounts.ts';
import { createAuditLog } from '#lib/server/adapters/sqlite/sqlite-audit-log.ts';
import { createConsoleSessions } from '#lib/server/adapters/sqlite/sqlite-console-sessions.ts';
import { createConsoleLogIn } from '#lib/server/console/create-console-log-in.ts';
import { clientSecret, startOpenIdProvider, type ProviderHabits } from './open-id-provider.fixture.ts';

const redirectUri = 'http://127.0.0.1:4711/console/log-in/open-id/callback';
const clock = { now: () => Date.now() };

async function startProvider(habits?: ProviderHabits) {
	const provider = await startOpenIdProvider(habits);
	provider.register(redirectUri);
	return provider;
}

/** A browser at the provider: follows redirects with its cookies until it would leave for the kiosk; gives that address. */
async function comeBack(url: string): Promise<URL> {
	const jar = new Map<string, string>();
	let next = new URL(url);
	for (let hops = 0; hops < 12; hops += 1) {
		const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
		const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
		for (const line of answer.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
		}
		const location = answer.headers.get('location');
		if (location === null) throw new Error(`${answer.status} at ${next.pathname}: ${await answer.text()}`);
		next = new URL(location, next);
		if (next.href.startsWith(redirectUri)) return next;
	}
	throw new Error('went round in circles');
}

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp('/dev/shm/kiosk-open-id-');
	await writeFile(join(folder, 'secret'), `${clientSecret}\n`);
});
afterEach(async () => {
	vi.useRealTimers();
	await rm(folder, { recursive: true });
});

function consoleWith(issuer: string, secretFile = join(folder, 'secret')) {
	const opened = openConsoleDatabase(folder);
	if (!opened.ok) throw new Error(opened.fault);
	const audit = createAuditLog(opened.value, clock);
	const faults: string[] = [];
	const { openId, userOf } = createConsoleLogIn({
		accounts: createAccounts(opened.value, clock),
		sessions: createConsoleSessions(opened.value),
		audit,
		clock,
		openId: {
			name: { fi: 'Virkakortti', sv: 'Tjänstekort', en: 'Service card' },
			provider: createOpenIdProvider({
				issuer,
				clientId: 'kiosk',
				clientSecretFile: secretFile,
				roleClaim: 'groups',
				administratorValue: 'kiosk-admins',
				staffValue: 'kiosk-staff',
				timeoutSeconds: 2,
				onNotReachable: (why) => faults.push(why)
			})
		}
	});
	return {
		userOf,
		faults,
		heard: () => audit.entries(10).map(({ who, event, about }) => `${who}: ${event}, ${about}`),
		finish: openId!.finish,
		begin: async () => {
			const begun = await openId!.begin(redirectUri);
			if (!begun.ok) throw new Error(begun.fault);
			return begun.value;
		},
		tryToBegin: () => openId!.begin(redirectUri)
	};
}

describe('somebody who logs in at the authority’s own provider', () => {
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider();
	});
	afterAll(() => provider.stop());

	it.each([
		['boss-1', `boss@HOST`, 'administrator'],
		['staff-1', 'staff@kela.fi', 'staff']
	] as const)('comes in as %s: %s, %s', async (subject, shown, role) => {
		provider.logsIn(subject);
		const { begin, finish, userOf, heard } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const session = await finish(await comeBack(url), state);
		const { host } = new URL(provider.issuer);
		const user = { name: shown.replace('HOST', host), role };
		expect(session).toMatchObject({ ok: true, value: { user } });
		expect(session.ok && userOf(session.value.token)).toEqual(user);
		expect(heard()).toEqual([`${user.name}: logged in, as ${role} by OpenID Connect at ${host} (subject ${subject})`]);
	});

	it('sends the browser there with PKCE S256, a nonce and a state, none of them ever the same', async () => {
		const { begin } = consoleWith(provider.issuer);
		const asked = [new URL((await begin()).url), new URL((await begin()).url)].map(({ searchParams }) =>
			Object.fromEntries(searchParams)
		);
		const [one, other] = asked;
		expect(one).toEqual({
			client_id: 'kiosk',
			response_type: 'code',
			redirect_uri: redirectUri,
			scope: 'openid profile',
			code_challenge_method: 'S256',
			code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
			nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
			state: expect.stringMatching(/^[\w-]{43}$/) as string
		});
		for (const once of ['code_challenge', 'nonce', 'state']) expect(one?.[once]).not.toBe(other?.[once]);
	});

	it.each(['guest-1', 'silent-1'])('is not let in without a role: %s', async (subject) => {
		provider.logsIn(subject);
		const { begin, finish, heard } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		expect(await finish(await comeBack(url), state)).toEqual(failed('no-role'));
		expect(heard()).toEqual([expect.stringMatching(`log-in refused, .* has no role here \\(subject ${subject}\\)`)]);
	});

	it('is not let in whom the provider refuses', async () => {
		provider.logsIn('nobody');
		const { begin, finish } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const callback = await comeBack(url);
		expect(callback.searchParams.get('error')).toBe('access_denied');
		expect(await finish(callback, state)).toEqual(failed('refused'));
		provider.logsIn('boss-1');
	});

	it('cannot come in by the answer to somebody else’s question', async () => {
		provider.logsIn('boss-1');
		const { begin, finish } = consoleWith(provider.issuer);
		const [mine, theirs] = [await begin(), await begin()];
		expect(await finish(await comeBack(theirs.url), mine.state)).toEqual(failed('refused'));
		const callback = await comeBack((await begin()).url);
		expect(await finish(callback, 'a-state-that-was-never-begun')).toEqual(failed('refused'));
	});

	it('cannot come in with an ID token that was made for another log-in', async () => {
		const { begin, finish } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const replayed = new URL(url);
		replayed.searchParams.set('nonce', 'of-another-log-in');
		expect(await finish(await comeBack(replayed.href), state)).toEqual(failed('refused'));
	});

	it('cannot come in with a code that somebody without our verifier asked for', async () => {
		const { begin, finish } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const injected = new URL(url);
		injected.searchParams.set('code_challenge', new URL((await begin()).url).searchParams.get('code_challenge')!);
		expect(await finish(await comeBack(injected.href), state)).toEqual(failed('refused'));
	});

	it('cannot use an answer twice', async () => {
		const { begin, finish } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const callback = await comeBack(url);
		expect((await finish(callback, state)).ok).toBe(true);
		expect(await finish(callback, state)).toEqual(failed('refused'));
	});

	it('begins anew when the code is too old, and when they took too long', async () => {
		const { begin, finish } = consoleWith(provider.issuer);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
		const old = await begin();
		const callback = await comeBack(old.url);
		vi.setSystemTime(Date.now() + 5 * 60_000);
		expect(await finish(callback, old.state)).toEqual(failed('refused'));
		const slow = await begin();
		vi.setSystemTime(Date.now() + 10 * 60_000 + 1);
		expect(await finish(await comeBack(slow.url), slow.state)).toEqual(failed('refused'));
	});
});

describe('a provider with other habits', () => {
	it.each<ProviderHabits>([{ claimsInToken: false }, { authMethod: 'client_secret_post' }])(
		'is understood: %j',
		async (habit) => {
			const provider = await startProvider(habit);
			const { begin, finish } = consoleWith(provider.issuer);
			const { url, state } = await begin();
			const session = await finish(await comeBack(url), state);
			await provider.stop();
			expect(session).toMatchObject({ ok: true, value: { user: { role: 'administrator' } } });
		}
	);
});

describe('a provider that is of no use', () => {
	it('is told when it is down from the start, and is tried again at the next log-in', async () => {
		const provider = await startProvider();
		await provider.stop();
		const { tryToBegin, faults } = consoleWith(provider.issuer);
		expect(await tryToBegin()).toEqual(failed('not-reachable'));
		await provider.startAgain();
		expect((await tryToBegin()).ok).toBe(true);
		expect(faults).toEqual(['no-discovery']);
		await provider.stop();
	});

	it('is told when it goes down while somebody logs in', async () => {
		const provider = await startProvider();
		const { begin, finish, faults } = consoleWith(provider.issuer);
		const { url, state } = await begin();
		const callback = await comeBack(url);
		await provider.stop();
		expect(await finish(callback, state)).toEqual(failed('not-reachable'));
		expect(faults).toEqual(['no-answer']);
	});

	it('is told when it never answers', async () => {
		const server = createServer(() => {});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		const { tryToBegin } = consoleWith(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		expect(await tryToBegin()).toEqual(failed('not-reachable'));
		server.closeAllConnections();
		server.close();
	});

	it('is told when our own secret cannot be read', async () => {
		const { tryToBegin, faults } = consoleWith('http://127.0.0.1:1', join(folder, 'nowhere'));
		expect(await tryToBegin()).toEqual(failed('not-reachable'));
		expect(faults).toEqual(['no-secret']);
	});
});
