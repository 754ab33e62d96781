import { mkdtempSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConsoleDatabase } from '#lib/server/adapters/sqlite/console-database.ts';
import { createAccounts } from '#lib/server/adapters/sqlite/sqlite-accounts.ts';
import { createAuditLog } from '#lib/server/adapters/sqlite/sqlite-audit-log.ts';
import { isPasswordOf } from '#lib/server/console/password-hash.ts';
import { CannotRun } from '../cannot-run.ts';
import { createUserCommand } from './user.ts';

/** A password costs half a second of one core, by intention. */
vi.setConfig({ testTimeout: 30_000 });

const password = 'kolme vihreää hevosta';
let folder = '';
beforeEach(() => {
	folder = mkdtempSync('/dev/shm/kiosk-user-');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `user …`; `typed` is what the person types at each question, `piped` what comes on standard input. */
async function user(args: readonly string[], { typed = [], piped = '' }: { typed?: string[]; piped?: string } = {}) {
	const out: string[] = [];
	const command = createUserCommand({
		now: () => Date.UTC(2026, 10, 23),
		typedPassword: async () => typed.shift() ?? null,
		pipedPassword: async () => piped
	});
	const { signal } = new AbortController();
	const context = { out: (line: string) => void out.push(line), err: () => {}, signal, configDir: 'kiosk-config' };
	const code = await command.run([...args, '--state', folder], context).catch((error: unknown) => {
		if (!(error instanceof CannotRun)) throw error;
		out.push(error.lines[0] ?? '');
		return error.exitCode;
	});
	return { code, out };
}

function open() {
	const opened = openConsoleDatabase(folder);
	if (!opened.ok) throw new Error(opened.fault);
	return opened.value;
}
const clock = { now: () => 0 };

function records() {
	const database = open();
	const accounts = createAccounts(database, clock);
	const found = {
		accounts: accounts.list().map(({ name, role }) => `${name} ${role}`),
		hash: accounts.passwordHash('maija') ?? '',
		audit: createAuditLog(database, clock)
			.entries(10)
			.map(({ who, event, about }) => `${who}: ${event}, ${about}`)
	};
	database.close();
	return found;
}
const addMaija = () => user(['add', 'Maija', '--role', 'administrator', '--password-stdin'], { piped: password });

describe('kiosk user', () => {
	it('adds an account whose password is kept as a hash, and says so in the audit log', async () => {
		expect(await addMaija()).toEqual({ code: 0, out: ['maija can log in as administrator.'] });
		const { accounts, hash, audit } = records();
		expect([accounts, audit]).toEqual([['maija administrator'], ['command line: account added, maija, administrator']]);
		expect(await isPasswordOf(hash, password)).toBe(true);
		expect((await user(['list'])).out).toEqual(['maija  administrator  since 2026-11-23']);
	});

	it('asks twice for a password that is typed, and changes nothing when the two differ', async () => {
		const add = ['add', 'maija', '--role', 'staff'];
		expect(await user(add, { typed: [password, `${password}.`] })).toEqual({
			code: 1,
			out: ['The two are not the same; nothing was changed.']
		});
		expect(records().accounts).toEqual([]);
		expect((await user(add, { typed: [password, password] })).code).toBe(0);
	});

	it('changes a password, and removes an account, once', async () => {
		await addMaija();
		expect((await user(['password', 'maija', '--password-stdin'], { piped: `${password}!` })).code).toBe(0);
		expect(await isPasswordOf(records().hash, `${password}!`)).toBe(true);
		expect((await user(['remove', 'maija'])).code).toBe(0);
		expect(await user(['remove', 'maija'])).toEqual({
			code: 1,
			out: ['There is no account maija; those there are: npm run kiosk -- user list']
		});
		expect(records().audit).toEqual([
			'command line: account removed, maija',
			'command line: password changed, maija',
			'command line: account added, maija, administrator'
		]);
	});

	const add = ['add', 'liisa', '--role', 'staff', '--password-stdin'];
	it.each<[string, readonly string[], string, number, RegExp]>([
		['a short password', add, 'too short', 1, /^The password is too short; it needs at least 12 characters/],
		['a common password', add, 'salasana123456', 1, /one of those that are tried first/],
		['a password that is the name', add, 'liisaliisaliisa', 1, /little more than the name/],
		['nobody who types', ['add', 'liisa', '--role', 'staff'], '', 2, /^No password was given/],
		['a role that is none', ['add', 'liisa', '--role', 'boss', '--password-stdin'], password, 2, /--role staff\|admin/],
		[
			'a name that is none',
			['add', 'liisa@kela.fi', '--role', 'staff'],
			password,
			2,
			/"liisa@kela.fi" cannot be a name/
		],
		['a name that is taken', ['add', 'maija', '--role', 'staff', '--password-stdin'], password, 1, /already/],
		['a new password for nobody', ['password', 'liisa', '--password-stdin'], password, 1, /^There is no account liisa/],
		['a list of somebody', ['list', 'maija'], '', 2, /list takes no name/],
		['a password as an argument', ['add', 'liisa', 'secret', '--role', 'staff'], '', 2, /say add, password/],
		['a word that is no command', ['rename', 'maija'], '', 2, /say add, password, remove or list/]
	])('refuses %s and changes nothing', async (_, args, piped, code, words) => {
		const database = open();
		createAccounts(database, clock).add('maija', 'administrator', '$some-hash');
		database.close();
		const before = records();
		const refused = await user(args, { piped });
		expect(refused).toEqual({ code, out: [expect.stringMatching(words)] });
		expect(records()).toEqual(before);
	});
});
