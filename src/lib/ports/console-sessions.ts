import type { ConsoleUser } from '../domain/console/console-user.ts';

/** A session as it is kept: by a digest of its token, so that whoever reads the database cannot log in with it. */
export interface KeptSession {
	/** With an account: the role that the account has now. */
	readonly user: ConsoleUser;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	readonly seenAt: number;
}

/** Who is logged in. A session of an account ends with the account and with its password. */
export interface ConsoleSessions {
	beginForAccount(tokenDigest: Uint8Array, name: string, at: number): void;
	/** Somebody whom an identity provider vouches for: they have no account here. */
	beginForGuest(tokenDigest: Uint8Array, user: ConsoleUser, at: number): void;
	find(tokenDigest: Uint8Array): KeptSession | null;
	seen(tokenDigest: Uint8Array, at: number): void;
	end(tokenDigest: Uint8Array): void;
	/** Forgets sessions that began before this. */
	forgetBefore(startedAt: number): void;
}
