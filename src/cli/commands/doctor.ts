import { parseArgs } from 'node:util';
import type { Result } from '../../lib/domain/result.ts';
import type { Printer } from '../../lib/ports/printer.ts';
import { loadConfiguration, type Configuration } from '../../lib/server/config/configuration.ts';
import type { LocatedScanner } from '../../lib/server/machine/located-scanner.ts';
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
	checkTextLayer,
	type Finding
} from './doctor-checks.ts';
import { checkScanner } from './doctor-scanner.ts';

export interface DoctorDependencies {
	/** The configured scanner; null where it is simulated. */
	readonly locateScanner: (context: CommandContext) => Promise<LocatedScanner | null>;
	readonly resolvePrinter: (uri: string | undefined, context: CommandContext) => Promise<Printer>;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** When the program was built, in the same; null when nothing tells. */
	readonly builtAt: () => Promise<number | null>;
}

const usage = 'doctor [--json]';
/** A SANE device that slept is opened twice, and then looked for. */
const deviceTimeoutMs = 60_000;

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
		...(await checkTextLayer(loaded.value, signal)),
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
	{ locateScanner, resolvePrinter }: DoctorDependencies,
	context: CommandContext
): readonly Promise<Finding>[] {
	const limit = () => AbortSignal.any([context.signal, AbortSignal.timeout(deviceTimeoutMs)]);
	return [
		locateScanner(context).then((scanner) => (scanner ? checkScanner(scanner, limit()) : simulated('scanner'))),
		checkPrinter(kiosk.printer.kind === 'simulated', async () =>
			(await resolvePrinter(undefined, context)).attributes(limit())
		)
	];
}

const simulated = (check: 'scanner' | 'printer'): Finding => ({
	check,
	state: 'note',
	found: 'simulated, none is configured',
	todo: `set ${check}: in kiosk.yaml to a real one`
});

async function checkPrinter(
	isSimulated: boolean,
	ask: () => Promise<Result<{ makeAndModel: string }, { fault: string }>>
): Promise<Finding> {
	if (isSimulated) return simulated('printer');
	const answer = await ask();
	if (answer.ok) return { check: 'printer', state: 'ok', found: answer.value.makeAndModel };
	return {
		check: 'printer',
		state: 'not ok',
		found: `does not answer as it should (${answer.fault.fault})`,
		todo: 'look at its power, cable and address (printer: in kiosk.yaml)'
	};
}
