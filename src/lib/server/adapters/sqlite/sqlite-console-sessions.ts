import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { roles } from '../../../domain/console/console-user.ts';
import type { ConsoleSessions } from '../../../ports/console-sessions.ts';

const row = v.object({
	name: v.string(),
	role: v.picklist(roles),
	startedAt: v.number(),
	seenAt: v.number()
});

/** Sessions in the console's database: they outlive a restart, and the command line can end them. */
export function createConsoleSessions(database: DatabaseSync): ConsoleSessions {
	const beginForAccount = database.prepare(
		'INSERT INTO console_sessions (token_digest, account, started_at, seen_at) VALUES (?, ?, ?, ?)'
	);
	const beginForGuest = database.prepare(
		'INSERT INTO console_sessions (token_digest, guest_name, guest_role, started_at, seen_at) VALUES (?, ?, ?, ?, ?)'
	);
	const find = database.prepare(`
		SELECT coalesce(accounts.name, guest_name) AS name, coalesce(accounts.role, guest_role) AS role,
			started_at AS startedAt, seen_at AS seenAt
		FROM console_sessions LEFT JOIN accounts ON accounts.name = account WHERE token_digest = ?`);
	const seen = database.prepare('UPDATE console_sessions SET seen_at = ? WHERE token_digest = ?');
	const end = database.prepare('DELETE FROM console_sessions WHERE token_digest = ?');
	const forget = database.prepare('DELETE FROM console_sessions WHERE started_at < ?');
	return {
		beginForAccount: (digest, name, at) => void beginForAccount.run(digest, name, at, at),
		beginForGuest: (digest, { name, role }, at) => void beginForGuest.run(digest, name, role, at, at),
		find(digest) {
			const found = find.get(digest);
			if (found === undefined) return null;
			const { name, role, startedAt, seenAt } = v.parse(row, found);
			return { user: { name, role }, startedAt, seenAt };
		},
		seen: (digest, at) => void seen.run(at, digest),
		end: (digest) => void end.run(digest),
		forgetBefore: (startedAt) => void forget.run(startedAt)
	};
}
