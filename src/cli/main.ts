import { existsSync } from 'node:fs';
import { CannotRun } from './cannot-run.ts';
import { commands } from './commands/index.ts';
import type { ExitCode } from './command.ts';

const productionConfigDir = '/etc/service-point-kiosk';
const developmentConfigDir = 'kiosk-config';

const out = (line: string) => void process.stdout.write(`${line}\n`);
const err = (line: string) => void process.stderr.write(`${line}\n`);

interface Line {
	readonly name: string | undefined;
	readonly args: readonly string[];
	readonly configDir: string | undefined;
	readonly help: boolean;
}

/** Takes `--config DIR` and `--help` out wherever they stand; the rest is the command's own. */
function readLine(argv: readonly string[]): Line | null {
	const rest: string[] = [];
	let configDir: string | undefined;
	let help = false;
	for (let index = 0; index < argv.length; index += 1) {
		const argument = argv[index] ?? '';
		if (argument === '--config') {
			index += 1;
			configDir = argv[index];
			if (configDir === undefined || configDir.startsWith('-')) return null;
		} else if (argument.startsWith('--config=')) configDir = argument.slice('--config='.length);
		else if (argument === '--help' || argument === '-h') help = true;
		else rest.push(argument);
	}
	const [name, ...args] = rest;
	return { name, args, configDir, help };
}

async function usage(): Promise<readonly string[]> {
	const loaded = await Promise.all(Object.values(commands).map((load) => load()));
	return [
		'usage: npm run kiosk -- COMMAND … [--config DIR]',
		'',
		...loaded.flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
		'',
		`--config DIR: the configuration folder (${productionConfigDir} if it exists, else ${developmentConfigDir})`,
		'Ends with 0: ok, 1: what was asked about is not ok, 2: wrong use.'
	];
}

async function main(argv: readonly string[], signal: AbortSignal): Promise<ExitCode> {
	const line = readLine(argv);
	if (line === null) {
		err('--config needs a folder');
		return 2;
	}
	const load = line.name !== undefined && Object.hasOwn(commands, line.name) ? commands[line.name] : undefined;
	if (load === undefined) {
		if (line.name !== undefined) err(`${line.name} is no command`);
		(await usage()).forEach(line.help && line.name === undefined ? out : err);
		return line.help && line.name === undefined ? 0 : 2;
	}
	const command = await load();
	if (line.help) {
		out(`usage: npm run kiosk -- ${command.usage} [--config DIR]`);
		out(command.summary);
		return 0;
	}
	const configDir = line.configDir ?? (existsSync(productionConfigDir) ? productionConfigDir : developmentConfigDir);
	try {
		return await command.run(line.args, { out, err, signal, configDir });
	} catch (error) {
		if (!(error instanceof CannotRun)) throw error;
		error.lines.forEach(err);
		return error.exitCode;
	}
}

const abort = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort());
// `kiosk … | head` closes the pipe early; that is no error, and no reason for a kiosk to stop without a wipe.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
// A command may wait on what does not keep Node alive by itself (unref'd timers of devices).
const alive = setInterval(() => {}, 60_000);
const exitCode = await main(process.argv.slice(2), abort.signal).finally(() => clearInterval(alive));
// A device that still hangs somewhere must not keep a command from ending.
process.exit(exitCode);
