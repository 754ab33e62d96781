import { parseArgs } from 'node:util';
import { loadConfiguration } from '../../lib/server/config/configuration.ts';
import { formatProblem } from '../../lib/server/config/yaml-file.ts';
import type { Command, ExitCode } from '../command.ts';

const usage = 'check-config [DIR] [--json]';

/** Reads a configuration folder as the kiosk would and tells every problem as `file:line:column message`. */
export const checkConfigCommand: Command = {
	name: 'check-config',
	usage,
	summary: 'Checks a configuration folder and tells every mistake with file and line.',
	async run(args, context): Promise<ExitCode> {
		const wish = readArguments(args);
		if (typeof wish === 'string') {
			context.err(`check-config: ${wish}`);
			context.err(`usage: ${usage}`);
			return 2;
		}
		const loaded = await loadConfiguration(wish.dir ?? context.configDir);
		const problems = loaded.ok ? [] : loaded.fault;
		if (wish.json) context.out(JSON.stringify({ ok: loaded.ok, problems }));
		else if (loaded.ok) context.out('ok');
		else problems.forEach((problem) => context.out(formatProblem(problem)));
		return loaded.ok ? 0 : 1;
	}
};

function readArguments(args: readonly string[]): { readonly dir: string | undefined; readonly json: boolean } | string {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false } }
		});
		return positionals.length > 1 ? 'name one folder' : { dir: positionals[0], json: values.json };
	} catch (error) {
		return error instanceof Error ? error.message : 'these arguments cannot be read';
	}
}
