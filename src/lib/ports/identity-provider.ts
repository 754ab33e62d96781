import type { Role } from '../domain/console/console-user.ts';
import type { Result } from '../domain/result.ts';

/** What is remembered between sending the browser away and its return; never leaves the server. */
export interface IdentityChecks {
	readonly state: string;
	readonly nonce: string;
	readonly codeVerifier: string;
	readonly redirectUri: string;
}

/** Somebody as the provider vouches for them. */
export interface Identity {
	/** Never changes and is never given to another (OpenID Connect Core 1.0 §8). */
	readonly subject: string;
	/** For people to read. */
	readonly name: string;
	/** Null: the provider's claim gives them no role here. */
	readonly role: Role | null;
}

export type IdentityFault =
	/** The provider, or our own check of its answer, says no. */
	'refused' | 'not-reachable';

/** The authority's own log-in service. */
export interface IdentityProvider {
	/** The host that vouches. */
	readonly host: string;
	/** Where to send the browser. */
	begin(
		redirectUri: string
	): Promise<Result<{ readonly url: string; readonly checks: IdentityChecks }, 'not-reachable'>>;
	/** Asks who came back. `parameters`: the query of the address that the browser came back to. */
	finish(parameters: URLSearchParams, checks: IdentityChecks): Promise<Result<Identity, IdentityFault>>;
}
