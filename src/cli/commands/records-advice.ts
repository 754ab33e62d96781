import { join } from 'node:path';
import { consoleDatabaseFile, type DatabaseFault } from '#lib/server/adapters/sqlite/console-database.ts';

/** What is wrong with the console's records, and what to do. */
export function recordsAdvice(fault: DatabaseFault, stateDir: string): string {
	const file = join(stateDir, consoleDatabaseFile);
	const words: Readonly<Record<DatabaseFault, string>> = {
		'cannot-open': `${file} cannot be opened; look at its rights and at the space on the disk.`,
		'not-ours': `${stateDir} belongs to another user; run the command as that user (sudo -u USER …) or name another folder with --state DIR.`,
		corrupted: `${file} is damaged; put back a copy of it, or move it away and add the accounts anew (audit log and history begin anew too).`,
		newer: `${file} was written by a later version of this program; run that version.`
	};
	return words[fault];
}
