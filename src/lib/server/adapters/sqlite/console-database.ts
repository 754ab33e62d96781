import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failed, ok, type Result } from '../../../domain/result.ts';

/**
 * Why the console's records cannot be used. `not-ours`: the folder is another user's, who could not open what we make there;
 * `newer`: a later version of this program has written them.
 */
export type DatabaseFault = 'cannot-open' | 'not-ours' | 'corrupted' | 'newer';

/** The file's name in the state folder. */
export const consoleDatabaseFile = 'console.sqlite';

/** Each step leads from one schema version to the next; `PRAGMA user_version` counts them. A step that has shipped is never changed. */
const steps = [
	`
	CREATE TABLE accounts (
		name TEXT PRIMARY KEY,
		role TEXT NOT NULL CHECK (role IN ('staff', 'administrator')),
		password_hash TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	CREATE TABLE console_sessions (
		token_digest BLOB PRIMARY KEY CHECK (length(token_digest) = 32),
		account TEXT REFERENCES accounts (name) ON DELETE CASCADE,
		guest_name TEXT,
		guest_role TEXT CHECK (guest_role IN ('staff', 'administrator')),
		started_at INTEGER NOT NULL,
		seen_at INTEGER NOT NULL,
		CHECK ((account IS NULL) = (guest_name IS NOT NULL) AND (guest_name IS NULL) = (guest_role IS NULL))
	) STRICT, WITHOUT ROWID;
	CREATE INDEX console_sessions_account ON console_sessions (account);

	CREATE TABLE audit_log (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		at INTEGER NOT NULL,
		who TEXT NOT NULL,
		event TEXT NOT NULL,
		about TEXT NOT NULL
	) STRICT;
	CREATE TRIGGER audit_log_keeps BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END;
	CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END;

	CREATE TABLE config_versions (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		at INTEGER NOT NULL,
		who TEXT NOT NULL,
		summary TEXT NOT NULL,
		undoes INTEGER REFERENCES config_versions (id)
	) STRICT;
	CREATE TABLE config_files (
		version INTEGER NOT NULL REFERENCES config_versions (id),
		path TEXT NOT NULL,
		before TEXT,
		after TEXT,
		PRIMARY KEY (version, path)
	) STRICT, WITHOUT ROWID;
	`
];

/**
 * Opens the console's records in the state folder, and makes them where there are none. Only our user can read them. The file is
 * looked over first: a fault is told here, once, and not in the middle of somebody's work.
 */
export function openConsoleDatabase(stateDir: string): Result<DatabaseSync, DatabaseFault> {
	const file = join(stateDir, consoleDatabaseFile);
	let database: DatabaseSync | null = null;
	try {
		if (statSync(stateDir).uid !== process.getuid?.()) return failed('not-ours');
		database = new DatabaseSync(file, { timeout: 2000 });
		chmodSync(file, 0o600);
		const fault = prepare(database);
		if (fault === null) return ok(database);
		database.close();
		return failed(fault);
	} catch (error) {
		database?.close();
		return failed(isCorruption(error) ? 'corrupted' : 'cannot-open');
	}
}

function prepare(database: DatabaseSync): DatabaseFault | null {
	if (database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') return 'corrupted';
	// The command line adds accounts while a kiosk runs: readers and one writer at a time.
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
	database.exec('BEGIN IMMEDIATE');
	const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
	if (version > steps.length) return 'newer';
	for (const step of steps.slice(version)) database.exec(step);
	database.exec(`PRAGMA user_version = ${steps.length}`);
	database.exec('COMMIT');
	return null;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html). */
const isCorruption = (error: unknown): boolean =>
	error instanceof Error && 'errcode' in error && [11, 26].includes(Number(error.errcode) & 0xff);
