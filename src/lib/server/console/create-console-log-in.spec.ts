import { mkdtempSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Identity, IdentityFault } from '../../ports/identity-provider.ts';
import { openConsoleDatabase } from '../adapters/sqlite/console-database.ts';
import { createAccounts } from '../adapters/sqlite/sqlite-accounts.ts';
import { createAuditLog } from '../adapters/sqlite/sqlite-audit-log.ts';
import { createConsoleSessions } from '../adapters/sqlite/sqlite-console-sessions.ts';
import { createConsoleLogIn } from './create-console-log-in.ts';
import { hashPassword } from './password-hash.ts';

/** A password costs half a second of one core, by intention. */
vi.setConfig({ testTimeout: 30_000 });

const password = 'kolme vihreää hevosta';
const hash = await hashPassword(password);
const minute = 60_000;

let folder = '';
beforeEach(() => {
	folder = mkdtempSync('/dev/shm/kiosk-log-in-');
});
afterEach(() => rmSync(folder, { recursive: true }));

function house() {
	const opened = openConsoleDatabase(folder);
	if (!opened.ok) throw new Error(opened.fault);
	const database = opened.value;
	let now = 1_000_000_000;
	const clock = { now: () => now };
	const accounts = createAccounts(database, clock);
	const audit = createAuditLog(database, clock);
	accounts.add('maija', 'administrator', hash);
	let identity: Result<Identity, IdentityFault> = ok({ subject: 's-1', name: 'maija', role: 'staff' });
	let begun = 0;
	const logIn = createConsoleLogIn({
		accounts,
		audit,
		clock,
		sessions: createConsoleSessions(database),
		openId: {
			name: { fi: 'Virkakortti', sv: 'Tjänstekort', en: 'Service card' },
			provider: {
				host: 'login.test',
				begin: async (redirectUri) => {
					begun += 1;
					const checks = { state: `state-${begun}`, nonce: 'n', codeVerifier: 'v', redirectUri };
					return ok({ url: 'https://login.test/', checks });
				},
				finish: async () => identity
			}
		}
	});
	const heard = () => audit.entries(20).map(({ who, event, about }) => `${who}: ${event}, ${about}`);
	const tokenOf = async () => {
		const session = await logIn.withPassword('maija', password, '127.0.0.1');
		if (!session.ok) throw new Error(session.fault.kind);
		return session.value.token;
	};
	return {
		database,
		accounts,
		logIn,
		heard,
		tokenOf,
		later: (ms: number) => void (now += ms),
		identity: (next: typeof identity) => void (identity = next)
	};
}
const maija = { name: 'maija', role: 'administrator' };

describe('log-in with a password', () => {
	it('lets in whoever has it, and writes down who came from where', async () => {
		const { logIn, heard } = house();
		const session = await logIn.withPassword(' Maija', password, '10.0.0.7');
		expect(session).toEqual(
			ok({ token: expect.stringMatching(/^[\w-]{43}$/) as string, user: maija, expiresAt: 1_000_000_000 + 30 * minute })
		);
		expect(heard()).toEqual(['maija: logged in, as administrator with a password, from 10.0.0.7']);
	});

	it('tells not which of name and password is wrong, and never writes down what may be a password', async () => {
		const { logIn, heard } = house();
		expect(await logIn.withPassword('maija', 'hunter2hunter2', '::1')).toEqual(failed({ kind: 'refused' }));
		expect(await logIn.withPassword('hunter2hunter2', '', '::1')).toEqual(failed({ kind: 'refused' }));
		expect(await logIn.withPassword(password, 'maija', '::1')).toEqual(failed({ kind: 'refused' }));
		expect(heard()).toEqual([
			'unknown: log-in refused, wrong name or password, from ::1',
			'unknown: log-in refused, wrong name or password, from ::1',
			'maija: log-in refused, wrong name or password, from ::1'
		]);
	});

	it('tries a password for a name that nobody has, which takes its time', async () => {
		const { logIn } = house();
		const took = async (name: string) => {
			const start = performance.now();
			await logIn.withPassword(name, 'hunter2hunter2', '::1');
			return performance.now() - start;
		};
		const [known, unknown] = [await took('maija'), await took('nobody')];
		expect(unknown).toBeGreaterThan(known / 3);
	});

	it('does not even try after too many attempts, with the right password neither', async () => {
		const { logIn, later } = house();
		for (let n = 0; n < 5; n += 1) await logIn.withPassword('maija', 'hunter2hunter2', '::1');
		expect(await logIn.withPassword('maija', password, '::1')).toEqual(
			failed({ kind: 'too many attempts', waitMs: 1000 })
		);
		later(1000);
		expect((await logIn.withPassword('maija', password, '::1')).ok).toBe(true);
	});

	it('sends away a crowd that would fill the memory', async () => {
		const { logIn } = house();
		const crowd = await Promise.all(
			Array.from({ length: 12 }, (_, n) => logIn.withPassword(`name${n}`, 'x', `10.0.0.${n}`))
		);
		const waits = crowd.map((result) => (result.ok ? 0 : result.fault.kind === 'refused' ? 0 : result.fault.waitMs));
		expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2000, 2000, 2000, 2000]);
	});

	it('lets nobody in whose account was removed while the password was tried', async () => {
		const { logIn, accounts } = house();
		const trial = logIn.withPassword('maija', password, '::1');
		accounts.remove('maija');
		expect(await trial).toEqual(failed({ kind: 'refused' }));
	});
});

describe('a session of the console', () => {
	it('lives half an hour without anybody, and ten hours at most', async () => {
		const { logIn, later, tokenOf } = house();
		const token = await tokenOf();
		for (let n = 0; n < 20; n += 1) {
			later(30 * minute);
			expect(logIn.userOf(token)).toEqual(maija);
		}
		later(1);
		expect(logIn.userOf(token)).toBeNull();
		const quiet = await tokenOf();
		later(30 * minute + 1);
		expect(logIn.userOf(quiet)).toBeNull();
	});

	it('is not kept alive by a page that only listens', async () => {
		const { logIn, later, tokenOf } = house();
		const token = await tokenOf();
		later(20 * minute);
		expect(logIn.userOf(token, 'quietly')).toEqual(maija);
		later(11 * minute);
		expect(logIn.userOf(token, 'quietly')).toBeNull();
	});

	it('ends with log-out, with the account, and with its password', async () => {
		const { logIn, accounts, tokenOf, heard } = house();
		const token = await tokenOf();
		logIn.logOut(token);
		logIn.logOut(token);
		expect(logIn.userOf(token)).toBeNull();
		expect(heard().slice(0, 2)).toEqual([
			'maija: logged out, at the console',
			'maija: logged in, as administrator with a password, from 127.0.0.1'
		]);
		const beforeChange = await tokenOf();
		accounts.setPasswordHash('maija', hash);
		expect(logIn.userOf(beforeChange)).toBeNull();
		const beforeRemoval = await tokenOf();
		accounts.remove('maija');
		expect(logIn.userOf(beforeRemoval)).toBeNull();
	});

	it('has the role that the account has now', async () => {
		const { database, logIn, tokenOf } = house();
		const token = await tokenOf();
		database.exec("UPDATE accounts SET role = 'staff'");
		expect(logIn.userOf(token)).toEqual({ name: 'maija', role: 'staff' });
	});

	it('cannot be taken over by who reads the database', async () => {
		const { database, tokenOf } = house();
		const token = await tokenOf();
		const rows = JSON.stringify(
			['accounts', 'console_sessions', 'audit_log'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())
		);
		expect([rows.includes(token), rows.includes(password)]).toEqual([false, false]);
	});

	it('ends when it began in the future of a clock that was put right', async () => {
		const { logIn, later, tokenOf } = house();
		const token = await tokenOf();
		later(-2 * minute);
		expect(logIn.userOf(token)).toBeNull();
	});
});

describe('log-in at an identity provider', () => {
	const back = new URL('http://127.0.0.1:4711/console/log-in/open-id/callback?code=c');
	const begin = async (logIn: ReturnType<typeof house>['logIn']) => {
		const begun = await logIn.openId!.begin('http://127.0.0.1:4711/console/log-in/open-id/callback');
		return begun.ok ? begun.value.state : '';
	};

	it('lets in who has a role there, under a name that no account of ours can have', async () => {
		const { logIn, heard } = house();
		const session = await logIn.openId!.finish(back, await begin(logIn));
		const user = { name: 'maija@login.test', role: 'staff' };
		expect(session).toMatchObject({ ok: true, value: { user } });
		expect(session.ok && logIn.userOf(session.value.token)).toEqual(user);
		expect(heard()).toEqual(['maija@login.test: logged in, as staff by OpenID Connect at login.test (subject s-1)']);
	});

	it('refuses who has no role here, who comes back twice, too late, or from nowhere', async () => {
		const { logIn, heard, later, identity } = house();
		identity(ok({ subject: 's-2', name: 'pekka@kela.fi', role: null }));
		expect(await logIn.openId!.finish(back, await begin(logIn))).toEqual(failed('no-role'));
		identity(ok({ subject: 's-1', name: 'maija', role: 'staff' }));
		const state = await begin(logIn);
		await logIn.openId!.finish(back, state);
		expect(await logIn.openId!.finish(back, state)).toEqual(failed('refused'));
		const late = await begin(logIn);
		later(10 * minute + 1);
		expect(await logIn.openId!.finish(back, late)).toEqual(failed('refused'));
		identity(failed('not-reachable'));
		expect(await logIn.openId!.finish(back, await begin(logIn))).toEqual(failed('not-reachable'));
		expect(heard()).toEqual([
			'unknown: log-in refused, OpenID Connect at login.test: not-reachable',
			'maija@login.test: logged in, as staff by OpenID Connect at login.test (subject s-1)',
			'pekka@kela.fi: log-in refused, OpenID Connect at login.test: has no role here (subject s-2)'
		]);
	});
});
