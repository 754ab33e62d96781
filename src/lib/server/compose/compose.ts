import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../../domain/language.ts';
import { isProven } from '../../domain/wipe.ts';
import { neutralPaperName } from '../../i18n/paper-name.ts';
import type { SteadyClock } from '../../ports/clock.ts';
import type { PrinterAttributes } from '../../ports/printer.ts';
import type { Wipeable } from '../../ports/wipeable.ts';
import { isSessionCommand } from '../../session/session-command.ts';
import type { OpeningHours, SessionLimits } from '../../session/session-devices.ts';
import { createSession, type Session } from '../../session/session.ts';
import type { StateView } from '../../session/session-view.ts';
import { screenCoverage } from '../../session/view-of.ts';
import { createDocuments } from '../adapters/pdf/documents.ts';
import { createTesseractReader, readerLanguages } from '../adapters/tesseract/tesseract-reader.ts';
import { createTray } from '../adapters/tray/tmpfs-tray.ts';
import type { Configuration } from '../config/configuration.ts';
import { storageSafety } from '../config/storage-safety.ts';
import type { CustomerAccess } from '../customer/customer-access.ts';
import type { CustomerKiosk } from '../customer/customer-kiosk.ts';
import type { Log } from '../log/log.ts';
import { isBeforeBuild } from '../machine/build-date.ts';
import { channelsOfferAt } from '../machine/channels-offer.ts';
import { createHandClosing, type HandClosing } from '../machine/hand-closing.ts';
import { watchHours } from '../machine/hours-watch.ts';
import { awakeTime } from '../machine/machine-clock.ts';
import { alwaysOpen, closedByHand, closedHoursAt, openingAt } from '../machine/opening.ts';
import { keepScreen } from '../machine/kept-screen.ts';
import { createNeighbours } from '../machine/neighbours.ts';
import { watchScanner, type ScannerHealth } from '../machine/scanner-watch.ts';
import { storageIn } from '../machine/storage.ts';
import { takeAlongAddresses } from '../machine/take-along.ts';
import { startDemoPortalControl } from '../simulated/demo-portal/control.ts';
import { startDemoPortal } from '../simulated/demo-portal/demo-portal.ts';
import { temporaryFiles } from '../wipe/temporary-files.ts';
import { createWiper } from '../wipe/wiper.ts';
import { plugPrinter, plugScanner } from './devices.ts';
import { absentPortal, channelSiteOf, composePortal } from './portal.ts';
import { composeScreen, type ScreenChoice } from './screen.ts';

export interface KioskOptions {
	readonly configuration: Configuration;
	/** `kiosk-config/host`: i3, Chromium policies, cups. */
	readonly hostConfigDir: string;
	readonly screen: ScreenChoice;
	/** The demo portal and its bank instead of the configured portal. */
	readonly demoPortal: boolean;
	/** Open also outside the hours, for trying. */
	readonly ignoreHours: boolean;
	readonly access: CustomerAccess;
	readonly clock: SteadyClock;
	/** When the program was built (milliseconds since the epoch): a clock before that is wrong. Null: not known. */
	readonly builtAt: number | null;
	/** An existing folder for what outlives a restart; nothing of a customer. */
	readonly stateDir: string;
	readonly log: Log;
	readonly env: { readonly DISPLAY?: string | undefined; readonly XAUTHORITY?: string | undefined };
}

/** A whole customer computer, put together. */
export interface Kiosk {
	readonly customer: CustomerKiosk;
	readonly session: Session;
	readonly handClosing: HandClosing;
	/** Where simulated devices and the demo portal are controlled from; null for what is real. */
	readonly trial: { readonly scanner: string | null; readonly printer: string | null; readonly portal: string | null };
	/** Opens the screen, wipes, serves. */
	start(): void;
	/** A configuration that is in force from now on; hours at once, a visit's limits for the next visit, devices at the next start. */
	configure(configuration: Configuration): void;
	/** Ends a visit with everything of it, then everything else. False: the wipe is not proven. */
	close(): Promise<boolean>;
}

const megabyte = 1024 * 1024;
const trayLimits = {
	maxBytes: 1024 * megabyte,
	maxPapers: 50,
	maxPagesPerPaper: 200,
	maxDocumentBytes: 100 * megabyte
};
/** Longer than the slowest step's own limit (a printer that does not answer), short enough that staff are told. */
const wipeLimitMs = 30_000;
const offerLimitMs = 5_000;

/** Plugs everything together; the only place that knows which adapter is used. */
export async function composeKiosk(options: KioskOptions): Promise<Kiosk> {
	const { hostConfigDir, access, clock, log, env } = options;
	let { configuration } = options;
	const { kiosk } = configuration;
	const { visitDir, machineDir } = storageIn(kiosk.storage.sessionDir);

	const screen = await composeScreen(options.screen, machineDir, hostConfigDir, env);
	const { display } = screen;
	const locked = display.lock === 'locked';
	const decisionMarker = `ESITTELY-${randomUUID()}`;
	const demo = locked && options.demoPortal ? await startDemoPortal({ decisionMarker }) : null;
	const demoControl = demo ? await startDemoPortalControl(demo, decisionMarker) : null;
	const place = locked
		? await composePortal({
				configuration,
				visitDir,
				machineDir,
				hostConfigDir,
				screen: screen.portalScreen,
				demo
			})
		: null;
	const portal = place?.portal ?? absentPortal;
	const scanner = await plugScanner(kiosk.scanner, kiosk.scannerIdentity ?? null, visitDir);
	const printer = await plugPrinter(kiosk.printer, kiosk.printViaCups, visitDir, hostConfigDir);
	const customerLanguage = (): Language => {
		const { state } = session.view();
		return state.name === 'inSession' ? state.language : 'fi';
	};
	const tray = createTray({
		directory: join(visitDir, 'tray'),
		limits: trayLimits,
		documents: createDocuments(),
		clock,
		newId: randomUUID,
		neutralName: (number) => neutralPaperName(customerLanguage(), number),
		language: customerLanguage,
		...(kiosk.textLayer === 'on' ? { textReader: createTesseractReader({ languages: readerLanguages }) } : {})
	});

	const keptScreen = keepScreen(
		display,
		() => access.address(),
		({ fault }) => log('screen fault', { fault })
	);
	const settings: Wipeable = {
		wipe: async () => {
			const left = session.remembered();
			return {
				step: 'settings',
				proven: left.length === 0,
				lookedAt: ["the session's memory: language, papers, notices, choices"],
				found: left.length === 0 ? [] : [`${left.length} kinds of memory`],
				durationMs: 0
			};
		}
	};
	const wipeAll = createWiper({
		steps: {
			portal,
			scanner: scanner.device,
			printer: printer.device,
			tray,
			clipboard: keptScreen.clipboard,
			screen: keptScreen.screen,
			settings,
			'temporary-files': temporaryFiles(visitDir)
		},
		clock,
		coverScreen: () => keptScreen.cover()
	});
	const wipeAndLog: typeof wipeAll = async (reason, onProof, signal) => {
		const record = await wipeAll(reason, onProof, signal);
		const { durationMs, proofs } = record;
		log('wipe finished', { reason, proven: isProven(record), durationMs, steps: proofs.length });
		for (const proof of proofs)
			if (!proof.proven) log('wipe step not proven', { step: proof.step, durationMs: proof.durationMs });
		return record;
	};
	let wiping: Promise<unknown> = Promise.resolve();

	const openingByHours = (now: number): OpeningHours =>
		options.ignoreHours ? alwaysOpen : openingAt(configuration.servicePoint, now);
	const handClosing = createHandClosing({
		stateDir: options.stateDir,
		clock,
		onChange: () => session.hoursChanged(openingNow(clock.now())),
		onUnreadable: () => log('hand closing unreadable', {})
	});
	const openingNow = (now: number): OpeningHours => {
		const closing = handClosing.state();
		return closing === null ? openingByHours(now) : closedByHand(closing.until, openingByHours);
	};
	const clockIsWrong = (now: number) => isBeforeBuild(now, options.builtAt);

	const neighbours = createNeighbours({
		neighbours: kiosk.neighbours,
		servicePointId: configuration.servicePoint.id,
		onChange: () => session.surroundingsChanged()
	});

	const channelName = (channelId: string) => configuration.channels.find(({ id }) => id === channelId)?.name ?? null;

	let scannerHealth: ScannerHealth | null = null;

	const session: Session = createSession({
		devices: {
			scanner: scanner.device,
			printer: printer.device,
			portal,
			tray,
			clock,
			async prepare(signal) {
				const { onTmpfs, plainSwap } = await storageSafety(visitDir);
				// Memory that is swapped to a plain disk is no memory; for trying it will do.
				if (!onTmpfs || (plainSwap.length > 0 && !options.ignoreHours)) return 'unsafe-storage';
				return (await keptScreen.open(signal)) ? null : 'screen-lost';
			},
			wipe(reason, onProof, signal) {
				// One after the other: a wipe that was given up must not reach into the visit after it.
				const wipe = wiping.then(() => wipeAndLog(reason, onProof, signal));
				wiping = wipe.catch(() => {});
				return wipe;
			},
			portalStartUrl: () => place?.startUrl ?? kiosk.portal.startUrl,
			placeName: (host) => place?.placeName(host) ?? null,
			hasChannel: (channelId) => channelName(channelId) !== null,
			channelSite: (channelId) => channelSiteOf(configuration, demo, channelId),
			guide: () => configuration.guide
		},
		limits: sessionLimits(configuration),
		hours: openingNow(clock.now()),
		clockIsWrong: clockIsWrong(clock.now()),
		point: {
			name: configuration.servicePoint.name,
			address: configuration.servicePoint.address,
			timeZone: configuration.servicePoint.place.timeZone,
			portalName: kiosk.portal.name
		},
		trial: {
			lock: display.lock,
			ignoresHours: options.ignoreHours,
			simulatedScanner: scanner.controlUrl !== null,
			simulatedPrinter: printer.controlUrl !== null
		},
		closedHours: () => {
			const now = clock.now();
			return closedHoursAt(configuration, now, handClosing.state() && openingNow(now));
		},
		otherComputers: () => neighbours.states(),
		scannerTrouble: () => (scannerHealth === null || scannerHealth.state === 'ok' ? null : scannerHealth.state),
		printerHealth: () => null,
		placeName: (host) => place?.placeName(host) ?? null,
		channelName,
		guide: () => configuration.guide,
		onRefused: ({ event: type, refusal }) => {
			if (isSessionCommand(type)) log('command refused', { type, refusal });
		}
	});

	const stops: (() => void)[] = [];
	const follow = () => {
		let before = session.view().state;
		let coverage: 'all' | 'bar' = 'all';
		stops.push(
			session.subscribe(({ state }) => {
				if (state.name !== before.name) {
					log('state changed', { from: before.name, to: state.name });
					if (state.name === 'outOfOrder') log('out of order', { reason: state.reason });
				}
				logFaults(log, before, state);
				before = state;
				const wanted = screenCoverage(state);
				if (wanted === coverage) return;
				coverage = wanted;
				void (wanted === 'bar' ? display.showBar() : display.coverAll());
			}),
			display.onActivity(() => session.customerActed()),
			display.onLost(() => session.screenLost()),
			watchHours({
				clock,
				awake: awakeTime,
				openingAt: openingNow,
				isWrong: clockIsWrong,
				hoursChanged: (hours) => session.hoursChanged(hours),
				clockWasSet: (byMs) => log('clock set', { byMs }),
				machineSlept(ms) {
					log('machine slept', { forMs: ms });
					session.machineSlept(ms);
				},
				clockLooked(isWrong) {
					if (isWrong) log('clock wrong', {});
					session.clockLooked(isWrong);
				},
				minutePassed: () => session.surroundingsChanged()
			}),
			session.subscribe(({ state }) => neighbours.follow(state.name === 'closed' || state.name === 'outOfOrder')),
			() => neighbours.follow(false),
			watchScanner({
				scanner: scanner.device,
				// Asking a SANE device takes seconds and may wake it.
				everyMs: kiosk.scanner.kind === 'sane' ? 300_000 : 60_000,
				onChange(health) {
					scannerHealth = health;
					session.surroundingsChanged();
				}
			})
		);
	};

	return {
		session,
		handClosing,
		trial: { scanner: scanner.controlUrl, printer: printer.controlUrl, portal: demoControl?.controlUrl ?? null },
		customer: {
			session,
			tray,
			access,
			takeAlong: (id) => takeAlongAddresses(configuration).get(id) ?? null,
			browserActivity: () => screen.browserActivity(),
			requestRefused: (why) => log('request refused', { why }),
			channelsOffer: () => channelsOfferAt(configuration, clock.now()),
			async deviceOffer(signal) {
				const limited = AbortSignal.any([signal, AbortSignal.timeout(offerLimitMs)]);
				const [scans, prints] = await Promise.all([
					scanner.device.capabilities(limited),
					printer.device.attributes(limited)
				]);
				return {
					scanner: scans.ok
						? { sources: scans.value.sources, duplex: scans.value.duplex }
						: { fault: scans.fault.fault },
					printer: prints.ok ? printChoices(prints.value) : { fault: prints.fault.fault }
				};
			}
		},
		start() {
			follow();
			session.start();
		},
		configure(next) {
			configuration = next;
			session.limitsChanged(sessionLimits(next));
		},
		async close() {
			for (const stop of stops) stop();
			session.staff({ type: 'end visit' });
			session.stop();
			const patience = AbortSignal.timeout(wipeLimitMs);
			await unlessAborted(patience, wiping);
			const record = await unlessAborted(
				patience,
				wipeAndLog('command-line', () => {}, patience)
			);
			await Promise.allSettled([
				display.close(),
				scanner.close(),
				printer.close(),
				place?.close(),
				demoControl?.close(),
				demo?.close()
			]);
			return record !== null && isProven(record);
		}
	};
}

const sessionLimits = ({ kiosk: { session, portal, printing } }: Configuration): SessionLimits => ({
	visitMs: session.limitMinutes * 60_000,
	warnMinutes: session.warnMinutes,
	graceMs: session.graceMinutes * 60_000,
	idleMs: session.idleSeconds * 1000,
	answerMs: session.answerSeconds * 1000,
	introMs: session.introSeconds * 1000,
	wipeMs: wipeLimitMs,
	uploadBytes: portal.uploadLimitMb * megabyte,
	print: { sidesPerVisit: printing.sidesPerVisit ?? null, copiesPerPrint: printing.copiesPerPrint ?? null }
});

const printChoices = ({ sides, colours, maxCopies, pageRanges, scaling }: PrinterAttributes) => ({
	sides,
	colours,
	maxCopies,
	pageRanges,
	scaling
});

/** What comes of the work, or null when it fails or patience ends first: nothing may keep the program from ending. */
const unlessAborted = <Value>(patience: AbortSignal, work: Promise<Value>): Promise<Value | null> =>
	Promise.race([
		work.catch(() => null),
		new Promise<null>((resolve) => {
			if (patience.aborted) resolve(null);
			patience.addEventListener('abort', () => resolve(null), { once: true });
		})
	]);

/** Writes each device fault once, as it comes; only its kind. */
function logFaults(log: Log, before: StateView, now: StateView): void {
	if (now.name !== 'inSession') return;
	const then = before.name === 'inSession' ? before : null;
	if (now.scanning.state === 'failed' && then?.scanning.state !== 'failed')
		log('scanner fault', { fault: now.scanning.fault });
	const fault = now.printing.state === 'idle' ? null : now.printing.fault;
	const faultBefore = !then || then.printing.state === 'idle' ? null : then.printing.fault;
	if (fault !== null && fault !== faultBefore) log('printer fault', { fault });
	if (now.portal.state === 'failed' && then?.portal.state !== 'failed')
		log('portal ended', { fault: now.portal.fault });
}
