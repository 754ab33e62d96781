import { spawn } from 'node:child_process';

/** How long a killed program's output may stay open after it, by a process that it left behind. */
const lastOutputMs = 500;

export interface RunOptions {
	/** The process is killed (SIGKILL) when it takes longer. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	/** The whole environment; nothing is inherited but PATH. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	readonly stdin?: Uint8Array;
	/** More output than this kills the process. */
	readonly maxOutputBytes?: number;
}

/** How a process ended. `not-started` where the program is missing, may not be run, or cannot be given such arguments. */
export type RunOutcome =
	| { ended: 'exited'; code: number; stdout: Buffer; stderr: string }
	| { ended: 'timed-out' | 'aborted' | 'too-much-output' | 'killed' | 'not-started'; stderr: string };

/**
 * Runs one program by its argv array (never a shell) to its end, which is also that of its output. Never throws for how the program
 * fares, and keeps its time limit (half a second more at most) also where a process that the program left behind holds that output open.
 */
export function run(argv: readonly [string, ...string[]], options: RunOptions): Promise<RunOutcome> {
	const { timeoutMs, signal, env = {}, cwd, stdin, maxOutputBytes = 64 * 1024 * 1024 } = options;
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve({ ended: 'aborted', stderr: '' });
		const [program, ...programArguments] = argv;
		const start = () =>
			spawn(program, programArguments, {
				env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...env },
				...(cwd === undefined ? {} : { cwd }),
				stdio: 'pipe'
			});
		let child: ReturnType<typeof start>;
		try {
			child = start();
		} catch {
			// The error's own text holds the arguments.
			return resolve({ ended: 'not-started', stderr: 'the arguments cannot be given to a program' });
		}
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		let outputBytes = 0;
		let cutShort: 'timed-out' | 'aborted' | 'too-much-output' | undefined;
		let exited = false;
		let lastOutput: NodeJS.Timeout | undefined;
		/** Once it is cut short and gone, `close` may still wait for somebody else. */
		const closeSoon = () => {
			if (!cutShort || !exited) return;
			lastOutput ??= setTimeout(() => {
				child.stdout.destroy();
				child.stderr.destroy();
			}, lastOutputMs);
		};
		const end = (why: NonNullable<typeof cutShort>) => {
			cutShort ??= why;
			child.kill('SIGKILL');
			closeSoon();
		};
		const collect = (into: Buffer[]) => (chunk: Buffer) => {
			outputBytes += chunk.length;
			if (outputBytes > maxOutputBytes) end('too-much-output');
			else into.push(chunk);
		};
		const onAbort = () => end('aborted');
		const timer = setTimeout(() => end('timed-out'), timeoutMs);
		signal?.addEventListener('abort', onAbort, { once: true });
		child.stdout.on('data', collect(stdout));
		child.stderr.on('data', collect(stderr));
		child.stdin.on('error', () => {});
		child.stdin.end(stdin);
		const settle = (outcome: RunOutcome) => {
			clearTimeout(timer);
			clearTimeout(lastOutput);
			signal?.removeEventListener('abort', onAbort);
			resolve(outcome);
		};
		child.on('error', (error) => settle({ ended: 'not-started', stderr: error.message }));
		child.on('exit', () => {
			exited = true;
			closeSoon();
		});
		child.on('close', (code) => {
			const text = Buffer.concat(stderr).toString('utf8');
			if (cutShort) settle({ ended: cutShort, stderr: text });
			else if (code === null) settle({ ended: 'killed', stderr: text });
			else settle({ ended: 'exited', code, stdout: Buffer.concat(stdout), stderr: text });
		});
	});
}
