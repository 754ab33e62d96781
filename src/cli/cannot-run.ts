import type { ExitCode } from './command.ts';

/** Ends a command before it can do anything, from wherever it is; `main` tells the lines and ends with the code. */
export class CannotRun extends Error {
	readonly exitCode: ExitCode;
	readonly lines: readonly string[];

	constructor(exitCode: ExitCode, lines: readonly string[]) {
		super(lines.join('\n'));
		this.exitCode = exitCode;
		this.lines = lines;
	}
}
