import type { LocalizedText } from '../../domain/language.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConsoleSessions } from '../../ports/console-sessions.ts';
import type { IdentityProvider } from '../../ports/identity-provider.ts';
import type { ConsoleLogIn } from './console-log-in.ts';
import { createLogInLimits } from './log-in-limits.ts';
import { createOpenIdLogIn } from './open-id-log-in.ts';
import { createPasswordLogIn } from './password-log-in.ts';
import { createSessionKeeper } from './session-keeper.ts';

export interface ConsoleLogInParts {
	readonly accounts: Accounts;
	readonly sessions: ConsoleSessions;
	readonly audit: AuditLog;
	readonly clock: Clock;
	readonly openId: { readonly name: LocalizedText; readonly provider: IdentityProvider } | null;
}

/** Who may come in at the console, by either way; every coming, going and refusal is on record. */
export function createConsoleLogIn({ accounts, sessions, audit, clock, openId }: ConsoleLogInParts): ConsoleLogIn {
	const keeper = createSessionKeeper(sessions, clock);
	return {
		withPassword: createPasswordLogIn({ accounts, audit, limits: createLogInLimits(clock), sessions: keeper }),
		userOf: keeper.userOf,
		logOut(token) {
			const user = keeper.userOf(token, 'quietly');
			keeper.end(token);
			if (user !== null) audit.record({ who: user.name, event: 'logged out', about: 'at the console' });
		},
		openId: openId && createOpenIdLogIn({ ...openId, audit, sessions: keeper, clock })
	};
}
