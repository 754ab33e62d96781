import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleDatabaseFile, openConsoleDatabase } from './console-database.ts';
import { createAccounts } from './sqlite-accounts.ts';
import { createAuditLog } from './sqlite-audit-log.ts';
import { createConfigHistory } from './sqlite-config-history.ts';
import { createConsoleSessions } from './sqlite-console-sessions.ts';

let folder = '';
const opened: DatabaseSync[] = [];
beforeEach(() => {
	folder = mkdtempSync('/dev/shm/kiosk-sqlite-');
});
afterEach(() => {
	for (const database of opened.splice(0)) database.close();
	rmSync(folder, { recursive: true });
});

function open(): DatabaseSync {
	const result = openConsoleDatabase(folder);
	if (!result.ok) throw new Error(result.fault);
	opened.push(result.value);
	return result.value;
}
const file = () => join(folder, consoleDatabaseFile);
const clock = { now: () => 1000 };
const digest = (fill: number) => new Uint8Array(32).fill(fill);

describe('records that cannot be used are told and never thrown', () => {
	it('names a folder that is not there', () => {
		expect(openConsoleDatabase(join(folder, 'nowhere'))).toEqual({ ok: false, fault: 'cannot-open' });
	});

	it('names a file that is no database', () => {
		writeFileSync(file(), 'hello, '.repeat(1000));
		expect(openConsoleDatabase(folder)).toEqual({ ok: false, fault: 'corrupted' });
	});

	it('names a database with a broken page', () => {
		const database = open();
		createAuditLog(database, clock).record({ who: 'maija', event: 'logged in', about: 'x'.repeat(20_000) });
		opened.splice(0).forEach((each) => each.close());
		const pageBytes = 4096;
		const whole = readFileSync(file());
		writeFileSync(file(), whole.fill(7, pageBytes));
		expect(openConsoleDatabase(folder)).toEqual({ ok: false, fault: 'corrupted' });
	});

	it('does not touch what a later version of the program has written', () => {
		open().exec('PRAGMA user_version = 99');
		opened.splice(0).forEach((each) => each.close());
		expect(openConsoleDatabase(folder)).toEqual({ ok: false, fault: 'newer' });
	});
});

describe('the records', () => {
	it('are for our user only, and are there again after a restart', () => {
		createAccounts(open(), clock).add('maija', 'staff', '$hash');
		expect((statSync(file()).mode & 0o777).toString(8)).toBe('600');
		expect(createAccounts(open(), clock).list()).toEqual([{ name: 'maija', role: 'staff', createdAt: 1000 }]);
	});

	it('keep one account of a name', () => {
		const accounts = createAccounts(open(), clock);
		expect([accounts.add('maija', 'staff', '$one'), accounts.add('maija', 'administrator', '$two')]).toEqual([
			true,
			false
		]);
		expect(accounts.passwordHash('maija')).toBe('$one');
		expect(accounts.passwordHash('nobody')).toBeNull();
	});

	it('end the sessions of an account that is removed, or whose password changes, also from another process', () => {
		const sessions = createConsoleSessions(open());
		const elsewhere = createAccounts(open(), clock);
		elsewhere.add('maija', 'staff', '$hash');
		elsewhere.add('pekka', 'administrator', '$hash');
		sessions.beginForAccount(digest(1), 'maija', 5);
		sessions.beginForAccount(digest(2), 'pekka', 6);
		sessions.beginForGuest(digest(3), { name: 'maija', role: 'staff' }, 7);
		const kept = () => [1, 2, 3].map((fill) => sessions.find(digest(fill))?.user ?? null);
		const guest = { name: 'maija', role: 'staff' };
		expect(kept()).toEqual([{ name: 'maija', role: 'staff' }, { name: 'pekka', role: 'administrator' }, guest]);
		expect(elsewhere.remove('maija')).toBe(true);
		expect(kept()).toEqual([null, { name: 'pekka', role: 'administrator' }, guest]);
		expect(elsewhere.setPasswordHash('pekka', '$new')).toBe(true);
		expect(kept()).toEqual([null, null, guest]);
		expect([elsewhere.remove('maija'), elsewhere.setPasswordHash('maija', '$new')]).toEqual([false, false]);
	});

	it('refuse to change or to lose an entry of the audit log', () => {
		const database = open();
		const audit = createAuditLog(database, clock);
		audit.record({ who: 'maija', event: 'logged in', about: 'with a password' });
		audit.record({ who: 'maija', event: 'logged out', about: 'at the console' });
		expect(() => database.exec("UPDATE audit_log SET who = 'pekka'")).toThrow('entries are only ever added');
		expect(() => database.exec('DELETE FROM audit_log')).toThrow('entries are only ever added');
		expect(audit.entries(1)).toEqual([{ id: 2, at: 1000, who: 'maija', event: 'logged out', about: 'at the console' }]);
		expect(audit.entries(10).map(({ id }) => id)).toEqual([2, 1]);
	});

	it('keep every saved configuration with its files, newest first', () => {
		const history = createConfigHistory(open(), clock);
		const tornio = { path: 'service-points/tornio.yaml', before: 'a', after: 'b' };
		const kemi = { path: 'service-points/kemi.yaml', before: null, after: 'c' };
		const first = history.add({ who: 'maija', summary: 'Tornio later', files: [tornio, kemi], undoes: null });
		const undo = history.add({ who: 'pekka', summary: 'back', files: [{ ...tornio, after: null }], undoes: first.id });
		expect(history.versions(10)).toEqual([undo, { ...first, files: [kemi, tornio] }]);
		expect(history.version(first.id)?.who).toBe('maija');
		expect(history.version(77)).toBeNull();
		expect(() => history.add({ who: 'x', summary: 'twice', files: [kemi, kemi], undoes: null })).toThrow();
		expect(history.versions(10)).toHaveLength(2);
	});
});
