import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const programs = join(root, 'node_modules', '.bin');

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program by its argv array in the project's folder, with the project's own programs (and its newer Node) first on
 * PATH, sharing our terminal. Resolves to its exit code as a shell would tell it; 124 where it ran longer than `timeoutMs`.
 * It leads a process group of its own, which gets the signals that we get, and goes with it.
 */
export function run(argv, { timeoutMs, env = {} } = {}) {
	const [program, ...programArguments] = argv;
	return new Promise((resolve) => {
		const child = spawn(program, programArguments, {
			cwd: root,
			stdio: 'inherit',
			detached: true,
			env: { ...process.env, ...env, PATH: `${programs}${delimiter}${process.env.PATH ?? ''}` }
		});
		const toGroup = (signal) => {
			try {
				if (child.pid !== undefined) process.kill(-child.pid, signal);
			} catch {
				// The group has already ended.
			}
		};
		let timedOut = false;
		const timer =
			timeoutMs &&
			setTimeout(() => {
				timedOut = true;
				toGroup('SIGKILL');
			}, timeoutMs);
		const listeners = forwarded.map((signal) => [signal, () => toGroup(signal)]);
		for (const [signal, listener] of listeners) process.on(signal, listener);
		// npm's own shell does not pass a signal on: when it is gone, so is whoever wanted us.
		const parent = process.ppid;
		const orphaned = setInterval(() => process.ppid === parent || toGroup('SIGTERM'), 500);
		const settle = (code) => {
			clearTimeout(timer);
			clearInterval(orphaned);
			for (const [signal, listener] of listeners) process.off(signal, listener);
			resolve(timedOut ? 124 : code);
		};
		child.once('error', (error) => {
			console.error(`${program}: ${error.message}`);
			settle(127);
		});
		child.once('exit', (code, signal) => settle(code ?? 128 + (constants.signals[signal] ?? 0)));
	});
}
