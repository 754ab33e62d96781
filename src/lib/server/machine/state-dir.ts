import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

export interface StateDirPlaces {
	/** From systemd (StateDirectory=): one folder, or several with colons between. */
	readonly STATE_DIRECTORY?: string | undefined;
	readonly XDG_STATE_HOME?: string | undefined;
}

/**
 * The folder for what outlives a restart and holds nothing of a customer: systemd's, else the user's own (XDG Base Directory
 * 0.8; a path that is not absolute does not count).
 */
export function stateDirOf({ STATE_DIRECTORY, XDG_STATE_HOME }: StateDirPlaces, homeDir: string): string {
	const ofSystemd = STATE_DIRECTORY?.split(':')[0];
	if (ofSystemd) return ofSystemd;
	const ofUser = XDG_STATE_HOME && isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : join(homeDir, '.local', 'state');
	return join(ofUser, 'service-point-kiosk');
}

/** Makes the folder, closed to others; one that is there stays as it is. False: it cannot be made. */
export const makeStateDir = (stateDir: string): Promise<boolean> =>
	mkdir(stateDir, { recursive: true, mode: 0o700 }).then(
		() => true,
		() => false
	);

/** The same in one go, for the command line; `override`: `--state DIR`. Throws where it cannot be made. */
export function stateDir(env: StateDirPlaces, override?: string): string {
	const dir = resolve(override ?? stateDirOf(env, homedir()));
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	return dir;
}
