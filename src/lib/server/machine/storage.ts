import { constants } from 'node:fs';
import { lstat, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { storageSafety } from '../config/storage-safety.ts';

/** The kiosk's folders, all on tmpfs. */
export interface Storage {
	/** Everything of one visit; empty between two. */
	readonly visitDir: string;
	/** What lives as long as the program: sockets, the screen's profile. */
	readonly machineDir: string;
}

export type StorageFault = 'not-tmpfs' | 'not-ours' | 'in-use';

export const storageIn = (sessionDir: string): Storage => ({
	visitDir: join(sessionDir, 'visit'),
	machineDir: join(sessionDir, 'machine')
});

/**
 * Makes the folder for this process alone: on tmpfs, ours, closed to others. What an earlier run left of its own life goes; what
 * it left of a visit stays for the wipe to remove and prove. `in-use`: another kiosk runs here.
 */
export async function takeStorage(sessionDir: string): Promise<StorageFault | null> {
	if (!(await storageSafety(sessionDir)).onTmpfs) return 'not-tmpfs';
	await mkdir(sessionDir, { recursive: true, mode: 0o700 });
	const { uid, mode } = await lstat(sessionDir);
	const isFolder = (mode & constants.S_IFMT) === constants.S_IFDIR;
	if (!isFolder || uid !== process.getuid?.() || (mode & 0o077) !== 0) return 'not-ours';
	if (await isTaken(sessionDir)) return 'in-use';
	const { machineDir, visitDir } = storageIn(sessionDir);
	await rm(machineDir, { recursive: true, force: true });
	await mkdir(machineDir, { mode: 0o700 });
	await mkdir(visitDir, { recursive: true, mode: 0o700 });
	const file = await open(ownerFile(sessionDir), 'w', 0o600);
	await file.writeFile(`${process.pid}\n`);
	await file.close();
	return null;
}

/** Lets the next kiosk, maybe another user's, have the folder. What a wipe could not remove stays for it to look at. */
export async function leaveStorage(sessionDir: string): Promise<void> {
	const { machineDir, visitDir } = storageIn(sessionDir);
	await rm(machineDir, { recursive: true, force: true });
	await rm(ownerFile(sessionDir), { force: true });
	for (const folder of [join(visitDir, 'tray'), visitDir, sessionDir]) await rmdir(folder).catch(() => {});
}

/** Whether a kiosk that is alive holds the folder. */
export const isTaken = async (sessionDir: string): Promise<boolean> => (await ownerOf(sessionDir)) !== null;

/** The process id of the kiosk that holds the folder and is alive; null: nobody does. */
export async function ownerOf(sessionDir: string): Promise<number | null> {
	const owner = await open(ownerFile(sessionDir), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
	if (owner === null) return null;
	const pid = Number(await owner.readFile('utf8'));
	await owner.close();
	return Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

const ownerFile = (sessionDir: string) => join(sessionDir, 'kiosk.pid');

const isAlive = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};
