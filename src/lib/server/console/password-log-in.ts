import { accountName } from '../../domain/console/account-name.ts';
import { failed, ok } from '../../domain/result.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { ConsoleLogIn } from './console-log-in.ts';
import type { LogInLimits } from './log-in-limits.ts';
import { isPasswordOf, nobodysHash } from './password-hash.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** One trial takes 64 MiB, so they are made one after the other, and who would wait longer than this many is sent away. */
const mostWaiting = 8;
const crowdedWaitMs = 2000;

export interface PasswordLogInParts {
	readonly accounts: Accounts;
	readonly audit: AuditLog;
	readonly limits: LogInLimits;
	readonly sessions: SessionKeeper;
}

/** Log-in by name and password. */
export function createPasswordLogIn({
	accounts,
	audit,
	limits,
	sessions
}: PasswordLogInParts): ConsoleLogIn['withPassword'] {
	let waiting = 0;
	let before: Promise<unknown> = Promise.resolve();
	const inTurn = async (hash: string, password: string) => {
		waiting += 1;
		const trial = before.then(() => isPasswordOf(hash, password));
		before = trial.catch(() => {});
		return trial.finally(() => (waiting -= 1));
	};

	return async (written, password, from) => {
		const name = accountName(written);
		if (waiting >= mostWaiting) return failed({ kind: 'too many attempts', waitMs: crowdedWaitMs });
		const waitMs = limits.attempt(name ?? '', from);
		if (waitMs > 0) return failed({ kind: 'too many attempts', waitMs });
		const hash = name === null ? null : accounts.passwordHash(name);
		const fits = await inTurn(hash ?? nobodysHash, password);
		// The account may have gone while its password was tried.
		const account = fits && hash !== null ? accounts.list().find((candidate) => candidate.name === name) : undefined;
		if (account === undefined || accounts.passwordHash(account.name) !== hash) {
			// What is no name may be a password in the wrong field: it is not written down.
			const who = hash === null || name === null ? 'unknown' : name;
			audit.record({ who, event: 'log-in refused', about: `wrong name or password, from ${from}` });
			return failed({ kind: 'refused' });
		}
		limits.succeeded(account.name, from);
		const session = sessions.beginForAccount({ name: account.name, role: account.role });
		audit.record({ who: account.name, event: 'logged in', about: `as ${account.role} with a password, from ${from}` });
		return ok(session);
	};
}
