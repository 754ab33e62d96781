/** Where a command writes and how it is ended from outside. */
export interface CommandContext {
	readonly out: (line: string) => void;
	readonly err: (line: string) => void;
	readonly signal: AbortSignal;
	/** The configuration folder (`--config DIR`). */
	readonly configDir: string;
}

/** 0: ok. 1: the thing asked about is not ok. 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

/** One command of `npm run kiosk -- NAME …`. */
export interface Command {
	readonly name: string;
	/** One line: `scan --to FILE.pdf [--source feeder|flatbed] …`. */
	readonly usage: string;
	readonly summary: string;
	/** `args` is what follows the name, without `--config DIR`. Parse with `parseArgs` of node:util, strict. */
	run(args: readonly string[], context: CommandContext): Promise<ExitCode>;
}
