import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { composeKiosk, type Kiosk } from '#lib/server/compose/compose.ts';
import { composeConsole, type Console, type ConsoleFault } from '#lib/server/compose/console.ts';
import type { ScreenChoice } from '#lib/server/compose/screen.ts';
import { loadConfiguration, type Configuration } from '#lib/server/config/configuration.ts';
import { watchConfiguration } from '#lib/server/config/watch-configuration.ts';
import { formatProblem } from '#lib/server/config/yaml-file.ts';
import { startCustomerListener } from '#lib/server/customer/customer-listener.ts';
import { createConfigurationEditor } from '#lib/server/editing/create-configuration-editor.ts';
import { createLog } from '#lib/server/log/log.ts';
import { buildDir, readBuildDate } from '#lib/server/machine/build-date.ts';
import { machineClock } from '#lib/server/machine/machine-clock.ts';
import { publicStatusOf } from '#lib/server/machine/public-status.ts';
import { makeStateDir, stateDirOf } from '#lib/server/machine/state-dir.ts';
import { leaveStorage, takeStorage, type StorageFault } from '#lib/server/machine/storage.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { recordsAdvice } from './records-advice.ts';

const screenChoices = ['auto', 'window', 'whole', 'browser'] as const;
const programsOfTheLockedShell = [
	'/usr/lib/chromium/chromium',
	'/usr/bin/i3',
	'/usr/bin/Xephyr',
	'/usr/bin/bwrap',
	'/usr/bin/socat',
	'/usr/bin/setpriv'
];

interface ServeOptions {
	readonly hours: boolean;
	readonly screen: ScreenChoice;
	readonly demoPortal: boolean;
	readonly port: number | undefined;
	readonly consolePort: number | undefined;
	readonly state: string | undefined;
	readonly log: boolean;
	readonly stateDir: string;
}

/** Runs the customer computer until it is stopped. */
export const serveCommand: Command = {
	name: 'serve',
	usage:
		'serve [--hours] [--screen auto|window|whole|browser] [--portal demo|configured] [--port N] [--console-port N] [--state DIR] [--log]',
	summary:
		'Runs the customer computer. For trying it is open outside the hours and plays a demo portal; production says --hours --screen whole --portal configured.',
	async run(args, context) {
		const options = readOptions(args, context);
		if (options === null) return 2;
		const loaded = await loadConfiguration(context.configDir);
		if (!loaded.ok) {
			for (const problem of loaded.fault) context.err(formatProblem(problem));
			return 1;
		}
		return serve(loaded.value, options, context);
	}
};

function readOptions(args: readonly string[], { err }: CommandContext): ServeOptions | null {
	try {
		const { values } = parseArgs({
			args: [...args],
			strict: true,
			options: {
				hours: { type: 'boolean', default: false },
				screen: { type: 'string', default: 'auto' },
				portal: { type: 'string', default: 'demo' },
				port: { type: 'string' },
				'console-port': { type: 'string' },
				state: { type: 'string' },
				log: { type: 'boolean', default: !process.stdout.isTTY }
			}
		});
		const choice = screenChoices.find((candidate) => candidate === values.screen);
		const portalIsKnown = values.portal === 'demo' || values.portal === 'configured';
		const [port, consolePort] = [values.port, values['console-port']].map((written) =>
			written === undefined ? undefined : Number(written)
		);
		const portsFit = [port, consolePort].every((given) => given === undefined || isPort(given));
		if (choice === undefined || !portalIsKnown || !portsFit) {
			err(`usage: npm run kiosk -- ${serveCommand.usage}`);
			return null;
		}
		const screen = choice === 'auto' ? bestScreen() : choice;
		if (screen !== 'browser' && !process.env.DISPLAY) {
			err(
				`--screen ${screen} needs an X server and DISPLAY is not set. Start one, or use --screen browser (not locked down).`
			);
			return null;
		}
		return {
			hours: values.hours,
			screen,
			demoPortal: values.portal === 'demo',
			port,
			consolePort,
			state: values.state,
			log: values.log,
			stateDir: resolve(values.state ?? stateDirOf(process.env, homedir()))
		};
	} catch (error) {
		err(error instanceof Error ? error.message : String(error));
		return null;
	}
}

const isPort = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65535;

/** The locked shell in a window where a desktop and all its programs are; else any browser. */
function bestScreen(): ScreenChoice {
	const hasDesktop = process.env.DISPLAY !== undefined && process.env.DISPLAY !== '';
	return hasDesktop && programsOfTheLockedShell.every((program) => existsSync(program)) ? 'window' : 'browser';
}

const storageAdvice: Readonly<Record<StorageFault, string>> = {
	'not-tmpfs':
		'it does not lie in memory; set storage.sessionDir in kiosk.yaml to a folder on tmpfs, such as below /dev/shm',
	'not-ours': 'it belongs to another user or is open to others; remove it, or set storage.sessionDir in kiosk.yaml',
	'in-use': 'another kiosk runs with it; stop that one first'
};

async function serve(configuration: Configuration, options: ServeOptions, context: CommandContext): Promise<ExitCode> {
	const { out, err, signal, configDir } = context;
	const { sessionDir } = configuration.kiosk.storage;
	if (!(await makeStateDir(options.stateDir))) {
		err(`The folder for what outlives a restart, ${options.stateDir}, cannot be made; choose another with --state.`);
		return 1;
	}
	const storageFault = await takeStorage(sessionDir);
	if (storageFault !== null) {
		err(`The folder for visits, ${sessionDir}, cannot be used: ${storageAdvice[storageFault]}.`);
		return 1;
	}
	const clock = machineClock;
	const log = createLog({ clock, write: options.log ? (line) => void process.stderr.write(`${line}\n`) : () => {} });
	const port = options.port ?? configuration.kiosk.listen.customerPort;
	const listener = await startCustomerListener(port).catch((error: NodeJS.ErrnoException) => error);
	if (listener instanceof Error) {
		err(`Port ${port} on 127.0.0.1 cannot be listened on (${listener.code}); choose another with --port, 0 for any.`);
		await leaveStorage(sessionDir);
		return 1;
	}
	const kiosk = await composeKiosk({
		configuration,
		hostConfigDir: resolve(existsSync(`${configDir}/host`) ? configDir : 'kiosk-config', 'host'),
		screen: options.screen,
		demoPortal: options.demoPortal,
		ignoreHours: !options.hours,
		access: listener.access,
		clock,
		builtAt: await readBuildDate(buildDir),
		stateDir: options.stateDir,
		log,
		env: process.env
	});
	const screens = await loadScreens();
	listener.serve(screens, kiosk.customer);
	kiosk.start();
	const { lock, simulatedScanner, simulatedPrinter } = kiosk.session.view().trial;
	const address = listener.access.address();
	log('server started', { port: Number(new URL(address).port), lock, simulatedScanner, simulatedPrinter });
	let inForce = configuration;
	const console = await startConsole(configuration, options, context, {
		configuration: () => inForce,
		session: kiosk.session,
		createEditor: (history) => createConfigurationEditor({ configDir, history, clock, onSaved: () => watch.reload() }),
		handClosing: kiosk.handClosing,
		publicStatus: () =>
			publicStatusOf(kiosk.session.view(), configuration.servicePoint.id, configuration.kiosk.computer ?? null),
		clock,
		log
	});
	console?.serve(screens);
	const watch = watchConfiguration(configDir, configuration, {
		onChange(next) {
			inForce = next;
			kiosk.configure(next);
			log('configuration reloaded', { servicePoints: next.servicePoints.size });
			out(
				'The configuration was read anew: hours and channels are in force, limits from the next visit on, the rest at the next start.'
			);
		},
		onProblems(problems) {
			log('configuration refused', { problems: problems.length });
			err('The configuration is not right; the last good one stays in force:');
			for (const problem of problems) err(`  ${formatProblem(problem)}`);
		}
	});
	for (const line of greeting(kiosk, configuration, options, address, console)) out(line);

	const reload = () => void watch.reload();
	const retryWipe = () => void kiosk.session.staff({ type: 'retry wipe' });
	process.on('SIGHUP', reload);
	process.on('SIGUSR2', retryWipe);

	await new Promise<void>((stop) => {
		if (signal.aborted) stop();
		signal.addEventListener('abort', () => stop(), { once: true });
	});
	process.off('SIGHUP', reload);
	process.off('SIGUSR2', retryWipe);
	watch.stop();
	await console?.close();
	const proven = await kiosk.close();
	await listener.close();
	await leaveStorage(sessionDir);
	log('server stopped', {});
	if (!proven) err('Not everything of the last visit is proven to be gone. Check with: npm run kiosk -- wipe --verify');
	return proven ? 0 : 1;
}

const consoleAdvice: Readonly<Record<ConsoleFault, string>> = {
	certificate: 'the files of console.tls in kiosk.yaml cannot be read or used',
	address: 'its address and port cannot be listened on; choose others in kiosk.yaml or with --console-port, 0 for any'
};

/** The console, or null with the reason told: a customer computer that staff cannot look at is better than none. */
async function startConsole(
	{ kiosk: { console: settings } }: Configuration,
	options: ServeOptions,
	{ err }: CommandContext,
	parts: Omit<Parameters<typeof composeConsole>[0], 'settings' | 'stateDir'>
): Promise<Console | null> {
	const port = options.consolePort ?? settings.port;
	const composed = await composeConsole({ ...parts, settings: { ...settings, port }, stateDir: options.stateDir });
	if (!composed.ok) {
		parts.log('console not started', { why: composed.fault });
		err(`There is no console: ${consoleAdvice[composed.fault]}.`);
		return null;
	}
	const { recordsFault } = composed.value;
	if (recordsFault !== null) err(`The console cannot be used: ${recordsAdvice(recordsFault, options.stateDir)}`);
	return composed.value;
}

/** The built screens, as the adapter made them; the scheme of a request is told by our own listener. */
async function loadScreens() {
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	const built = new URL('handler.js', buildDir).href;
	const { handler } = (await import(built)) as {
		handler: (request: unknown, response: unknown) => void;
	};
	return handler;
}

function greeting(
	kiosk: Kiosk,
	configuration: Configuration,
	options: ServeOptions,
	address: string,
	console: Console | null
): readonly string[] {
	const { trial } = kiosk;
	const where = {
		window: 'The customer screen is in the window "Service point kiosk".',
		whole: 'The customer screen is on the whole X screen.',
		browser: `Open the customer screen in any browser of this machine:\n  ${address}\nThis is NOT LOCKED DOWN: the browser and its desktop are the person's own, and there is no portal.`
	};
	const simulated = (url: string | null, what: string, how: string) =>
		url === null ? [] : [`${what} is simulated. ${how}: curl -d '…' ${url}`];
	return [
		`${configuration.servicePoint.name.en}`,
		where[options.screen],
		// A token in a journal is a token too many: production does not print it.
		...(options.screen !== 'browser' && !options.hours ? [`A second look at it, from this machine: ${address}`] : []),
		options.hours ? 'Open in its hours only.' : 'Open also outside the hours, for trying (--hours keeps to them).',
		...(trial.portal
			? [`The portal is a demo (--portal configured opens the real one). What it has received: curl ${trial.portal}`]
			: []),
		...simulated(trial.scanner, 'The scanner', `Load sheets`).map((line) => line.replace('…', '{"loadPages":2}')),
		...simulated(trial.printer, 'The printer', `Take its paper out`).map((line) =>
			line.replace('…', '{"do":"paperOut"}')
		),
		...(console === null ? [] : [`Console: ${console.address}`]),
		...(console?.recordsFault === null && !console.hasAccounts
			? [
					`Nobody can log in there yet; add an account: npm run kiosk -- user add NAME --role administrator${options.state === undefined ? '' : ` --state ${options.state}`}`
				]
			: []),
		'Stop with Ctrl+C.'
	];
}
