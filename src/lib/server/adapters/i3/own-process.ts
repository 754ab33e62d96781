import { spawn } from 'node:child_process';

/** A program that runs until it is told to end, and never longer than this process. */
export interface OwnProcess {
	readonly pid: number | undefined;
	/** How it ended, in words for the technician. */
	readonly exited: Promise<string>;
	/** SIGKILL; resolves when it is gone. */
	kill(): Promise<void>;
	/** What it wrote to descriptor 3, line by line; ends with the process. */
	firstLine(): Promise<string | null>;
}

/** Starts a program by its argv array. The kernel kills it when this process dies (PR_SET_PDEATHSIG, through setpriv). */
export function startOwnProcess(argv: readonly string[], env: Readonly<Record<string, string>>): OwnProcess {
	const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...argv], {
		env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...env },
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	const line = new Promise<string | null>((resolve) => {
		let text = '';
		const pipe = child.stdio[3];
		if (!pipe || !('setEncoding' in pipe)) return resolve(null);
		pipe.setEncoding('utf8');
		pipe.on('data', (chunk: string) => {
			text += chunk;
			if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
		});
		pipe.on('error', () => resolve(null));
		pipe.on('close', () => resolve(null));
	});
	const exited = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(code === null ? `ended by ${signal}` : `exit code ${code}`));
	});
	return {
		pid: child.pid,
		exited,
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		},
		firstLine: () => line
	};
}
