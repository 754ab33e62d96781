import type { ConsoleUser } from '../../domain/console/console-user.ts';
import type { LocalizedText } from '../../domain/language.ts';
import type { Result } from '../../domain/result.ts';

export type LogInFault =
	/** Name or password is wrong; which of the two is never told. */
	| { readonly kind: 'refused' }
	/** Too many attempts from here or for this name; milliseconds until the next may be made. */
	| { readonly kind: 'too many attempts'; readonly waitMs: number };

/** A session of the console, in a cookie. */
export interface ConsoleSession {
	readonly token: string;
	readonly user: ConsoleUser;
	/** Milliseconds since the epoch; each request moves it on, up to a longest life. */
	readonly expiresAt: number;
}

/** Who may come in, by password or by OpenID Connect. */
export interface ConsoleLogIn {
	/** Takes about as long for an unknown name as for a wrong password. `from`: the address of the other side. */
	withPassword(name: string, password: string, from: string): Promise<Result<ConsoleSession, LogInFault>>;
	/**
	 * The user of a token, with the role they have now, or null when there is none any more. `quietly`: the asking is not theirs, and
	 * does not keep the session from expiring.
	 */
	userOf(token: string, quietly?: 'quietly'): ConsoleUser | null;
	logOut(token: string): void;
	/** Null where OpenID Connect is not configured. */
	readonly openId: OpenIdLogIn | null;
}

/** OpenID Connect authorization code flow with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0). */
export interface OpenIdLogIn {
	/** What the button says, e.g. the authority's own log-in. */
	readonly name: LocalizedText;
	/** Where the browser goes, and the state that the browser keeps in a short-lived cookie. */
	begin(redirectUri: string): Promise<Result<{ readonly url: string; readonly state: string }, 'not-reachable'>>;
	/** `callback`: the whole address that the provider sent the browser to. */
	finish(callback: URL, state: string): Promise<Result<ConsoleSession, 'refused' | 'no-role' | 'not-reachable'>>;
}
