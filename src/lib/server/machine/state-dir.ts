import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What tells where state is kept: systemd's `StateDirectory=`, or the XDG base directories. */
export interface StateEnvironment {
	readonly STATE_DIRECTORY?: string | undefined;
	readonly XDG_STATE_HOME?: string | undefined;
}

/**
 * The folder for what outlives a restart and holds nothing of a customer's; made, closed to others, where it is missing.
 * `override`: `--state DIR`. Throws where it cannot be made.
 */
export function stateDir(env: StateEnvironment, override?: string): string {
	const home = env.XDG_STATE_HOME || join(homedir(), '.local', 'state');
	const dir = resolve(override ?? (env.STATE_DIRECTORY || join(home, 'service-point-kiosk')));
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	return dir;
}
