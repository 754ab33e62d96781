import { parseArgs } from 'node:util';
import { accountName } from '#lib/domain/console/account-name.ts';
import { roles, type Role } from '#lib/domain/console/console-user.ts';
import { leastPasswordLength, passwordFault, type PasswordFault } from '#lib/domain/console/password-rules.ts';
import type { Accounts } from '#lib/ports/accounts.ts';
import type { AuditLog } from '#lib/ports/audit-log.ts';
import { openConsoleDatabase } from '#lib/server/adapters/sqlite/console-database.ts';
import { createAccounts } from '#lib/server/adapters/sqlite/sqlite-accounts.ts';
import { createAuditLog } from '#lib/server/adapters/sqlite/sqlite-audit-log.ts';
import { hashPassword } from '#lib/server/console/password-hash.ts';
import { stateDir } from '#lib/server/machine/state-dir.ts';
import { CannotRun } from '../cannot-run.ts';
import type { Command, ExitCode } from '../command.ts';
import { recordsAdvice } from './records-advice.ts';

const usage = `user add NAME --role ${roles.join('|')} [--password-stdin] | user password NAME [--password-stdin] | user remove NAME | user list [--json] [--state DIR]`;

export interface UserCommandParts {
	now(): number;
	/** Null: nobody is there to type. */
	typedPassword(prompt: string): Promise<string | null>;
	pipedPassword(): Promise<string>;
}

interface Wish {
	readonly what: 'add' | 'password' | 'remove' | 'list';
	readonly name: string;
	readonly role: Role;
	readonly passwordOnStdin: boolean;
	readonly json: boolean;
	readonly state: string | undefined;
}

/** Who may log in at the console. A running kiosk sees a change at once. */
export const createUserCommand = (parts: UserCommandParts): Command => ({
	name: 'user',
	usage,
	summary: `Accounts of the console. A password has at least ${leastPasswordLength} characters; removing an account or changing its password ends its sessions.`,
	async run(args, { out }) {
		const wish = readWish(args);
		return withRecords(wish.state, parts.now, async ({ accounts, audit }) => {
			const { what, name, role } = wish;
			const record = (event: Parameters<AuditLog['record']>[0]['event'], about: string) =>
				audit.record({ who: 'command line', event, about });
			const isKnown = accounts.passwordHash(name) !== null;
			switch (what) {
				case 'list': {
					const all = accounts
						.list()
						.map((account) => ({ ...account, createdAt: new Date(account.createdAt).toISOString() }));
					if (wish.json) out(JSON.stringify(all));
					else if (all.length === 0) out('No accounts.');
					else
						for (const account of all) out(`${account.name}  ${account.role}  since ${account.createdAt.slice(0, 10)}`);
					return 0;
				}
				case 'add': {
					const isThere = new CannotRun(1, [
						`There is an account ${name} already; for a new password: npm run kiosk -- user password ${name}`
					]);
					if (isKnown) throw isThere;
					if (!accounts.add(name, role, await newPasswordHash(wish, parts))) throw isThere;
					record('account added', `${name}, ${role}`);
					out(`${name} can log in as ${role}.`);
					return 0;
				}
				case 'password':
					if (!isKnown || !accounts.setPasswordHash(name, await newPasswordHash(wish, parts))) throw isMissing(name);
					record('password changed', name);
					out(`${name} has a new password and is logged out everywhere.`);
					return 0;
				case 'remove':
					if (!accounts.remove(name)) throw isMissing(name);
					record('account removed', name);
					out(`${name} cannot log in any more and is logged out everywhere.`);
					return 0;
			}
		});
	}
});

const isMissing = (name: string) =>
	new CannotRun(1, [`There is no account ${name}; those there are: npm run kiosk -- user list`]);

function readWish(args: readonly string[]): Wish {
	const wrongUse = (why: string) => new CannotRun(2, [`user: ${why}`, `usage: npm run kiosk -- ${usage}`]);
	const parsed = (() => {
		try {
			return parseArgs({
				args: [...args],
				allowPositionals: true,
				options: {
					role: { type: 'string' },
					'password-stdin': { type: 'boolean', default: false },
					json: { type: 'boolean', default: false },
					state: { type: 'string' }
				}
			});
		} catch (error) {
			throw wrongUse(error instanceof Error ? error.message : 'these arguments cannot be read');
		}
	})();
	const { values, positionals } = parsed;
	const [written, nameWritten, ...more] = positionals;
	const what = (['add', 'password', 'remove', 'list'] as const).find((word) => word === written);
	const role = roles.find((word) => word === values.role);
	if (what === undefined || more.length > 0) throw wrongUse('say add, password, remove or list');
	if ((what === 'list') !== (nameWritten === undefined))
		throw wrongUse(what === 'list' ? 'list takes no name' : 'say whose');
	const name = accountName(nameWritten ?? 'nobody');
	if (name === null)
		throw wrongUse(`"${nameWritten ?? ''}" cannot be a name; allowed: letters, digits, ".", "-" and "_", at most 40`);
	if ((what === 'add') !== (role !== undefined))
		throw wrongUse(`--role ${roles.join('|')} goes with add, and only there`);
	return {
		what,
		name,
		role: role ?? 'staff',
		passwordOnStdin: values['password-stdin'],
		json: values.json,
		state: values.state
	};
}

async function withRecords(
	state: string | undefined,
	now: () => number,
	use: (records: { accounts: Accounts; audit: AuditLog }) => Promise<ExitCode>
): Promise<ExitCode> {
	const folder = (() => {
		try {
			return stateDir(process.env, state);
		} catch {
			throw new CannotRun(1, ["The folder of the console's records cannot be made; name another with --state DIR."]);
		}
	})();
	const opened = openConsoleDatabase(folder);
	if (!opened.ok) throw new CannotRun(1, [recordsAdvice(opened.fault, folder)]);
	try {
		return await use({ accounts: createAccounts(opened.value, { now }), audit: createAuditLog(opened.value, { now }) });
	} finally {
		opened.value.close();
	}
}

const passwordAdvice: Readonly<Record<PasswordFault, string>> = {
	'too-short': `The password is too short; it needs at least ${leastPasswordLength} characters. Several words make a good one.`,
	'holds-the-name': 'The password is little more than the name; choose another.',
	'too-common': 'The password is one of those that are tried first; choose another. Several words make a good one.'
};

async function newPasswordHash({ name, passwordOnStdin }: Wish, parts: UserCommandParts): Promise<string> {
	const password = passwordOnStdin
		? await parts.pipedPassword()
		: await parts.typedPassword(`New password for ${name}: `);
	if (password === null)
		throw new CannotRun(2, ['No password was given. Type it at a terminal, or use --password-stdin.']);
	const fault = passwordFault(name, password);
	if (fault !== null) throw new CannotRun(1, [passwordAdvice[fault]]);
	if (!passwordOnStdin && (await parts.typedPassword('Once more: ')) !== password)
		throw new CannotRun(1, ['The two are not the same; nothing was changed.']);
	return hashPassword(password);
}
