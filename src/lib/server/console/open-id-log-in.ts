import type { LocalizedText } from '../../domain/language.ts';
import { failed, ok } from '../../domain/result.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdentityChecks, IdentityProvider } from '../../ports/identity-provider.ts';
import type { OpenIdLogIn } from './console-log-in.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** As long as somebody may look for their card and its PIN at the provider. */
export const openIdPatienceMs = 10 * 60_000;
/** Anybody may begin; those who began first make room. */
const mostBegun = 1000;

export interface OpenIdLogInParts {
	readonly name: LocalizedText;
	readonly provider: IdentityProvider;
	readonly audit: AuditLog;
	readonly sessions: SessionKeeper;
	readonly clock: Clock;
}

/** Log-in by the authority's own identity provider. What the browser must prove on its return is kept here, once. */
export function createOpenIdLogIn({ name, provider, audit, sessions, clock }: OpenIdLogInParts): OpenIdLogIn {
	const begun = new Map<string, { readonly checks: IdentityChecks; readonly until: number }>();
	const refuse = (who: string, about: string) => audit.record({ who, event: 'log-in refused', about });
	return {
		name,
		async begin(redirectUri) {
			const sent = await provider.begin(redirectUri);
			if (!sent.ok) return sent;
			const { url, checks } = sent.value;
			begun.set(checks.state, { checks, until: clock.now() + openIdPatienceMs });
			const [oldest] = begun.keys();
			if (begun.size > mostBegun && oldest !== undefined) begun.delete(oldest);
			return ok({ url, state: checks.state });
		},
		async finish(callback, state) {
			const pending = begun.get(state);
			begun.delete(state);
			// Not on record: anybody could fill it so.
			if (pending === undefined || clock.now() > pending.until) return failed('refused');
			const found = await provider.finish(callback.searchParams, pending.checks);
			if (!found.ok) {
				refuse('unknown', `OpenID Connect at ${provider.host}: ${found.fault}`);
				return found;
			}
			const { subject, role } = found.value;
			// Accounts of our own never have an @: nobody can take one's name by being called so elsewhere.
			const who = found.value.name.includes('@') ? found.value.name : `${found.value.name}@${provider.host}`;
			if (role === null) {
				refuse(who, `OpenID Connect at ${provider.host}: has no role here (subject ${subject})`);
				return failed('no-role');
			}
			audit.record({
				who,
				event: 'logged in',
				about: `as ${role} by OpenID Connect at ${provider.host} (subject ${subject})`
			});
			return ok(sessions.beginForGuest({ name: who, role }));
		}
	};
}
