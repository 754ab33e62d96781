import { createHash, randomBytes } from 'node:crypto';
import type { ConsoleUser } from '../../domain/console/console-user.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConsoleSessions } from '../../ports/console-sessions.ts';
import type { ConsoleSession } from './console-log-in.ts';

export const idleMs = 30 * 60_000;
/** However busy somebody is, they log in anew for the next day's work. */
export const longestMs = 10 * 3_600_000;
/** A clock that is put right by a little ends no session; one that was far ahead ends those that began in its future. */
const clockSlackMs = 60_000;

export interface SessionKeeper {
	beginForAccount(user: ConsoleUser): ConsoleSession;
	beginForGuest(user: ConsoleUser): ConsoleSession;
	/** Who it is now; null: never began, ended, expired. */
	userOf(token: string, quietly?: 'quietly'): ConsoleUser | null;
	end(token: string): void;
}

/** Begins and ends sessions of the console. Only the browser has the token; here it is a SHA-256. */
export function createSessionKeeper(sessions: ConsoleSessions, clock: Clock): SessionKeeper {
	const begin = (user: ConsoleUser, keep: (digest: Uint8Array, now: number) => void): ConsoleSession => {
		const now = clock.now();
		sessions.forgetBefore(now - longestMs);
		const token = randomBytes(32).toString('base64url');
		keep(digestOf(token), now);
		return { token, user, expiresAt: now + idleMs };
	};
	return {
		beginForAccount: (user) => begin(user, (digest, now) => sessions.beginForAccount(digest, user.name, now)),
		beginForGuest: (user) => begin(user, (digest, now) => sessions.beginForGuest(digest, user, now)),
		userOf(token, quietly) {
			const digest = digestOf(token);
			const kept = sessions.find(digest);
			if (kept === null) return null;
			const now = clock.now();
			const { user, startedAt, seenAt } = kept;
			if (now - seenAt > idleMs || now - startedAt > longestMs || now < startedAt - clockSlackMs) {
				sessions.end(digest);
				return null;
			}
			if (quietly === undefined && now !== seenAt) sessions.seen(digest, now);
			return user;
		},
		end: (token) => sessions.end(digestOf(token))
	};
}

const digestOf = (token: string) => createHash('sha256').update(token).digest();
