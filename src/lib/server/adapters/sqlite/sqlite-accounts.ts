import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { roles } from '../../../domain/console/console-user.ts';
import type { Accounts } from '../../../ports/accounts.ts';
import type { Clock } from '../../../ports/clock.ts';

const accountRow = v.object({ name: v.string(), role: v.picklist(roles), createdAt: v.number() });
const hashRow = v.object({ hash: v.string() });

/** Accounts in the console's database. */
export function createAccounts(database: DatabaseSync, clock: Clock): Accounts {
	const insert = database.prepare(
		'INSERT INTO accounts (name, role, password_hash, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
	);
	const all = database.prepare('SELECT name, role, created_at AS createdAt FROM accounts ORDER BY name');
	const hashOf = database.prepare('SELECT password_hash AS hash FROM accounts WHERE name = ?');
	const change = database.prepare('UPDATE accounts SET password_hash = ? WHERE name = ?');
	const endSessions = database.prepare('DELETE FROM console_sessions WHERE account = ?');
	const remove = database.prepare('DELETE FROM accounts WHERE name = ?');
	return {
		add: (name, role, passwordHash) => insert.run(name, role, passwordHash, clock.now()).changes === 1,
		list: () => all.all().map((row) => v.parse(accountRow, row)),
		passwordHash(name) {
			const row = hashOf.get(name);
			return row === undefined ? null : v.parse(hashRow, row).hash;
		},
		setPasswordHash(name, passwordHash) {
			const changed = change.run(passwordHash, name).changes === 1;
			endSessions.run(name);
			return changed;
		},
		remove: (name) => remove.run(name).changes === 1
	};
}
