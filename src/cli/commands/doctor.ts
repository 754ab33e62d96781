import { parseArgs } from 'node:util';
import type { Result } from '../../lib/domain/result.ts';
import type { Printer } from '../../lib/ports/printer.ts';
import type { Scanner } from '../../lib/ports/scanner.ts';
import { loadConfiguration, type Configuration } from '../../lib/server/config/configuration.ts';
import { formatProblem } from '../../lib/server/config/yaml-file.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import {
	checkChromium,
	checkClock,
	checkDisplay,
	checkNode,
	checkPolicies,
	checkPrograms,
	checkSandbox,
	checkStorage,
	type Finding
} from './doctor-checks.ts';

export interface DoctorDependencies {
	/** The configured scanner (`undefined`: no other address is asked for). */
	readonly resolveScanner: (address: string | undefined, context: CommandContext) => Promise<Scanner>;
	readonly resolvePrinter: (uri: string | undefined, context: CommandContext) => Promise<Printer>;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** When the program was built, in the same; null when nothing tells. */
	readonly builtAt: () => Promise<number | null>;
}

const usage = 'doctor [--json]';
const deviceTimeoutMs = 20_000;

/** Looks at everything a customer computer needs: one line each, ok or what to do. Changes nothing. */
export const createDoctorCommand = (dependencies: DoctorDependencies): Command => ({
	name: 'doctor',
	usage,
	summary: 'Looks whether this machine can be a customer computer, and says what to do where not.',
	async run(args, context): Promise<ExitCode> {
		const json = readJson(args);
		if (json === null) {
			context.err(`usage: ${usage}`);
			return 2;
		}
		const findings = await examine(dependencies, context);
		if (json) context.out(JSON.stringify({ ok: isWell(findings), findings }));
		else findings.map(tell).forEach(context.out);
		return isWell(findings) ? 0 : 1;
	}
});

const isWell = (findings: readonly Finding[]): boolean => findings.every(({ state }) => state !== 'not ok');

const tell = ({ check, state, found, todo }: Finding): string =>
	`${state.padEnd(6)}  ${check}: ${found}${todo === undefined ? '' : `. What to do: ${todo}`}`;

function readJson(args: readonly string[]): boolean | null {
	try {
		return parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }).values.json;
	} catch {
		return null;
	}
}

async function examine(dependencies: DoctorDependencies, context: CommandContext): Promise<readonly Finding[]> {
	const { signal, configDir } = context;
	const loaded = await loadConfiguration(configDir);
	const machine = await Promise.all([
		checkNode(process.versions.node),
		checkClock(dependencies.now(), await dependencies.builtAt()),
		checkDisplay(process.env.DISPLAY),
		checkSandbox(signal),
		checkChromium(signal),
		checkPolicies(configDir, signal)
	]);
	if (!loaded.ok) return [...loaded.fault.map(configurationFinding), ...machine];
	return [
		{ check: 'configuration', state: 'ok', found: configDir },
		...machine,
		await checkPrograms(loaded.value),
		...(await checkStorage(loaded.value)),
		...(await Promise.all(checkDevices(loaded.value, dependencies, context)))
	];
}

const configurationFinding = (problem: Parameters<typeof formatProblem>[0]): Finding => ({
	check: 'configuration',
	state: 'not ok',
	found: formatProblem(problem),
	todo: 'mend it; the rest of the configuration and the devices are looked at after that'
});

function checkDevices(
	{ kiosk }: Configuration,
	{ resolveScanner, resolvePrinter }: DoctorDependencies,
	context: CommandContext
): readonly Promise<Finding>[] {
	const limit = () => AbortSignal.any([context.signal, AbortSignal.timeout(deviceTimeoutMs)]);
	return [
		checkDevice('scanner', kiosk.scanner.kind === 'simulated', async () =>
			(await resolveScanner(undefined, context)).capabilities(limit())
		),
		checkDevice('printer', kiosk.printer.kind === 'simulated', async () =>
			(await resolvePrinter(undefined, context)).attributes(limit())
		)
	];
}

async function checkDevice(
	check: 'scanner' | 'printer',
	simulated: boolean,
	ask: () => Promise<Result<{ makeAndModel: string }, { fault: string }>>
): Promise<Finding> {
	const todo = `set ${check}: in kiosk.yaml to a real one`;
	if (simulated) return { check, state: 'note', found: 'simulated, none is configured', todo };
	const answer = await ask();
	if (answer.ok) return { check, state: 'ok', found: answer.value.makeAndModel };
	const advice = `look at its power, cable and address (${check}: in kiosk.yaml)`;
	return { check, state: 'not ok', found: `does not answer as it should (${answer.fault.fault})`, todo: advice };
}
