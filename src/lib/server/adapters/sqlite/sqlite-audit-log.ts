import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { auditEvents, type AuditLog } from '../../../ports/audit-log.ts';
import type { Clock } from '../../../ports/clock.ts';

const row = v.object({
	id: v.number(),
	at: v.number(),
	who: v.string(),
	event: v.picklist(auditEvents),
	about: v.string()
});

/** The audit log in the console's database; the database itself refuses to change or remove an entry. */
export function createAuditLog(database: DatabaseSync, clock: Clock): AuditLog {
	const insert = database.prepare('INSERT INTO audit_log (at, who, event, about) VALUES (?, ?, ?, ?)');
	const newest = database.prepare('SELECT id, at, who, event, about FROM audit_log ORDER BY id DESC LIMIT ?');
	return {
		record({ who, event, about }) {
			insert.run(clock.now(), who, event, about);
		},
		entries: (limit) => newest.all(limit).map((found) => v.parse(row, found))
	};
}
