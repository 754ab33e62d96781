import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../../../ports/clock.ts';
import type { ConfigHistory, SavedVersion } from '../../../ports/config-history.ts';

const versionRow = v.object({
	id: v.number(),
	at: v.number(),
	who: v.string(),
	summary: v.string(),
	undoes: v.nullable(v.number())
});
const fileRow = v.object({ path: v.string(), before: v.nullable(v.string()), after: v.nullable(v.string()) });

/** Saved configurations in the console's database, whole files, so that any of them can be put back. */
export function createConfigHistory(database: DatabaseSync, clock: Clock): ConfigHistory {
	const insert = database.prepare('INSERT INTO config_versions (at, who, summary, undoes) VALUES (?, ?, ?, ?)');
	const insertFile = database.prepare('INSERT INTO config_files (version, path, before, after) VALUES (?, ?, ?, ?)');
	const columns = 'SELECT id, at, who, summary, undoes FROM config_versions';
	const newest = database.prepare(`${columns} ORDER BY id DESC LIMIT ?`);
	const one = database.prepare(`${columns} WHERE id = ?`);
	const filesOf = database.prepare('SELECT path, before, after FROM config_files WHERE version = ? ORDER BY path');
	const whole = (found: unknown): SavedVersion => {
		const version = v.parse(versionRow, found);
		return { ...version, files: filesOf.all(version.id).map((file) => v.parse(fileRow, file)) };
	};
	return {
		add(version) {
			const at = clock.now();
			database.exec('BEGIN IMMEDIATE');
			try {
				const id = Number(insert.run(at, version.who, version.summary, version.undoes).lastInsertRowid);
				for (const { path, before, after } of version.files) insertFile.run(id, path, before, after);
				const added = whole(one.get(id));
				database.exec('COMMIT');
				return added;
			} catch (error) {
				database.exec('ROLLBACK');
				throw error;
			}
		},
		versions: (limit) => newest.all(limit).map(whole),
		version(id) {
			const found = one.get(id);
			return found === undefined ? null : whole(found);
		}
	};
}
