import { SimulatedClock } from 'xstate';
import type { Guide } from '../../domain/channels/guide.ts';
import { applyEdit, arrive, type PaperEdit } from '../../domain/paper-edits.ts';
import { untouchedPage, visiblePageCount, visiblePages, type Paper } from '../../domain/paper.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { wipeStepNames, type WipeProof, type WipeRecord } from '../../domain/wipe.ts';
import type { OpenPortal, PortalEvent, PortalOpening } from '../../ports/portal.ts';
import type { Printer, PrinterAttributes, PrintEvent, PrintFaultReport, PrintRequest } from '../../ports/printer.ts';
import type { ScanEvent, ScanFault, ScanFaultReport, ScannerStatus } from '../../ports/scanner.ts';
import type { Tray, TrayContents } from '../../ports/tray.ts';
import type { ChannelSite, OpeningHours, SessionDevices, SessionLimits } from '../session-devices.ts';
import { createSession, type Session } from '../session.ts';
import type { ClosedHoursView } from '../session-view.ts';

const minute = 60_000;

export const limits: SessionLimits = {
	visitMs: 60 * minute,
	warnMinutes: [10, 5, 1],
	graceMs: 2 * minute,
	idleMs: 5 * minute,
	answerMs: minute,
	introMs: minute,
	wipeMs: 20_000,
	uploadBytes: 1000,
	print: { sidesPerVisit: 20, copiesPerPrint: 5 }
};

/** A point that is closed and tells nothing else. */
export const closedHours: ClosedHoursView = {
	why: { kind: 'hours', rule: { kind: 'weekly' } },
	nextOpen: null,
	nearest: [],
	phone: null,
	takeAlong: []
};

const words = (text: string) => ({ fi: text, sv: text, en: text });

/** A small guide: one question leads to advice at once or to another question. */
export const guide: Guide = {
	questions: [
		{
			id: 'matter',
			text: words('What?'),
			answers: [
				{ text: words('A'), question: 'how' },
				{ text: words('B'), advice: 'talk' }
			]
		},
		{
			id: 'how',
			text: words('How?'),
			answers: [
				{ text: words('C'), advice: 'online' },
				{ text: words('D'), advice: 'talk' }
			]
		}
	],
	advice: [
		{ id: 'online', why: words('Fast'), best: 'portal', alternatives: ['phone'] },
		{ id: 'talk', why: words('Easy'), best: 'phone', alternatives: ['chat'] }
	]
};

/** Channels by where their sites are: the portal itself, one of their own, none that opens here. */
export const channelSites: Readonly<Record<string, ChannelSite | 'portal' | null>> = {
	portal: 'portal',
	chat: { startUrl: 'https://chat.test/', hosts: ['chat.test'] },
	forms: { startUrl: 'https://forms.test/', hosts: ['forms.test', 'files.test'] },
	phone: null
};

/** A stream that a test feeds by hand; ends when the reader's signal aborts. */
export interface Feed<Item> {
	push(item: Item): void;
	end(): void;
	readonly aborted: () => boolean;
}

function createFeed<Item>(): { feed: Feed<Item>; read(signal: AbortSignal): AsyncGenerator<Item> } {
	const items: Item[] = [];
	let over = false;
	let aborted = false;
	let wake = () => {};
	return {
		feed: {
			push: (item) => {
				items.push(item);
				wake();
			},
			end: () => {
				over = true;
				wake();
			},
			aborted: () => aborted
		},
		async *read(signal) {
			signal.addEventListener('abort', () => {
				aborted = true;
				wake();
			});
			while (!aborted) {
				const item = items.shift();
				if (item !== undefined) yield item;
				else if (over) return;
				else await new Promise<void>((resolve) => (wake = resolve));
			}
		}
	};
}

/** All that a printer can offer. */
export const printerAttributes: PrinterAttributes = {
	makeAndModel: 'Simulated printer',
	state: 'idle',
	faults: [],
	notes: [],
	sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
	colours: ['color', 'monochrome'],
	documentFormats: ['application/pdf'],
	pageRanges: true,
	maxCopies: 99,
	collate: true,
	scaling: ['auto', 'fit', 'none'],
	orientations: ['portrait', 'landscape'],
	media: ['iso_a4_210x297mm']
};

/** Every paper as a PDF: nothing but its two pages. */
export const simulatedPdf = new TextEncoder().encode('%PDF-1.7 /Type /Page /Type /Page ');

const a4 = { width: 595, height: 842 };

/** No larger page goes into the tray. */
const roomOfTray = 1000;

export const scannedPage = {
	bytes: new Uint8Array([1]),
	mediaType: 'image/jpeg' as const,
	widthPx: 1,
	heightPx: 1,
	resolutionDpi: 300
};

export const provenRecord = (reason: WipeRecord['reason'], except?: WipeProof['step']): WipeRecord => ({
	reason,
	at: 0,
	durationMs: 0,
	proofs: wipeStepNames.map((step) => ({
		step,
		proven: step !== except,
		lookedAt: ['everything'],
		found: step === except ? ['1 remain'] : [],
		durationMs: 0
	}))
});

/** A tray that is asked to make a paper smaller. */
interface SimulatedFit {
	readonly paperId: string;
	readonly maxBytes: number;
	readonly signal: AbortSignal;
	progress(done: number, total: number): void;
	finish(result: Awaited<ReturnType<Tray['fit']>>): void;
}

/** A kiosk whose devices do exactly what a test says, on a clock that a test moves. */
export function createSimulatedHouse(
	options: {
		hours?: OpeningHours;
		clockIsWrong?: boolean;
		closedHours?: () => ClosedHoursView;
		/** Instead of the one that a test tells every event. */
		printer?: Printer;
	} = {}
) {
	const timers = new SimulatedClock();
	const startedAt = Date.UTC(2026, 10, 23, 7, 0);
	let slept = 0;
	let setBy = 0;
	const steady = () => timers.now() + slept;
	const clock = { now: () => startedAt + steady() + setBy, steady };
	const hours = options.hours ?? { open: true, closesAt: startedAt + 180 * minute, nextOpen: null };

	let papers: readonly Paper[] = [];
	let nextId = 0;
	const before: { edit: PaperEdit['type']; papers: readonly Paper[] }[] = [];
	let trayListener: (contents: TrayContents) => void = () => {};
	const setPapers = (next: readonly Paper[]) => {
		papers = next;
		trayListener({ papers, undoable: before.at(-1)?.edit ?? null });
	};
	const fresh = () => ({ id: `paper-${++nextId}`, name: `Paper ${nextId}`, addedAt: clock.now() });
	let fit: SimulatedFit | undefined;
	const pageSize = { current: a4 };
	const tray: Tray = {
		onChange(listener) {
			trayListener = listener;
			return () => (trayListener = () => {});
		},
		papers: () => papers,
		beginScan() {
			const paper = {
				...fresh(),
				kind: 'pages' as const,
				origin: 'scanned' as const,
				pages: [],
				compression: null,
				measuredBytes: null
			};
			setPapers([...papers, paper]);
			return paper;
		},
		async addPage(paperId, { mediaType, widthPx, heightPx, resolutionDpi, bytes }, preset) {
			const sizeBytes = bytes.length;
			if (sizeBytes > roomOfTray) return failed('full');
			const image = { id: `page-${++nextId}`, mediaType, widthPx, heightPx, resolutionDpi, sizeBytes, preset };
			const into = papers.find((paper) => paper.id === paperId);
			if (into?.kind !== 'pages') return failed('not-found');
			setPapers(arrive(papers, { type: 'page', into, page: untouchedPage(image) }));
			const grown = papers.find((paper) => paper.id === paperId);
			return grown?.kind === 'pages' ? ok(grown) : failed('not-found');
		},
		async addDocument(origin, name, bytes) {
			if (bytes.length === 0) return failed('damaged');
			const paper = {
				kind: 'document' as const,
				origin,
				id: `paper-${++nextId}`,
				name,
				addedAt: clock.now(),
				mediaType: 'application/pdf' as const,
				sizeBytes: bytes.length,
				pageCount: 2
			};
			setPapers([...papers, paper]);
			return ok(paper);
		},
		edit(edit) {
			const edited = applyEdit(papers, edit, fresh());
			if (!edited.ok) return edited;
			before.push({ edit: edit.type, papers });
			setPapers(edited.value);
			return ok(undefined);
		},
		undo() {
			const step = before.pop();
			if (step) setPapers(step.papers);
			return step !== undefined;
		},
		fit: (paperId, maxBytes, progress, signal) =>
			new Promise((finish) => (fit = { paperId, maxBytes, signal, progress, finish })),
		openPdf: async (id) =>
			papers.some((paper) => paper.id === id)
				? ok({
						sizeBytes: simulatedPdf.length,
						read: (from, to) => new Blob([simulatedPdf.subarray(from, to)]).stream()
					})
				: failed('not-found'),
		pageSizes: async (id) => {
			const paper = papers.find((candidate) => candidate.id === id);
			if (paper === undefined || visiblePageCount(paper) === 0) return failed('not-found');
			const ids =
				paper.kind === 'pages'
					? visiblePages(paper).map(({ image }) => image.id)
					: Array.from({ length: paper.pageCount }, (_, page) => String(page));
			return ok(ids.map((pageId) => ({ id: pageId, ...pageSize.current })));
		},
		pdf: async (id) => (papers.some((paper) => paper.id === id) ? ok(new Uint8Array(3)) : failed('not-found')),
		original: async () => failed('refused-type'),
		thumbnail: async () => failed('not-found'),
		wipe: async () => provenRecord('session-ended').proofs[3] as WipeProof
	};

	const scan = { current: createFeed<ScanEvent>() };
	const scannerStatus: { current: Result<ScannerStatus, ScanFaultReport>; asked: number } = {
		current: ok({ state: 'idle', feeder: 'unknown' }),
		asked: 0
	};
	const print = { current: createFeed<PrintEvent>(), requests: [] as PrintRequest[] };
	const printer: { answer: Result<PrinterAttributes, PrintFaultReport> } = { answer: ok(printerAttributes) };
	const portalOrders: string[] = [];
	const portal: { opening?: PortalOpening; signal?: AbortSignal; warmed: (fault?: 'did-not-start') => void } = {
		warmed: () => {}
	};
	const openPortal: OpenPortal = {
		show: async () => (portalOrders.push('show'), ok(undefined)),
		hide: async () => void portalOrders.push('hide'),
		answerFileChooser: async (id, files) => (
			portalOrders.push(`answer ${id}: ${files.map((f) => f.name).join()}`),
			ok(undefined)
		),
		back: async () => void portalOrders.push('back'),
		closePage: async () => void portalOrders.push('close page'),
		capturePage: async () => void portalOrders.push('capture page')
	};
	const wipes: WipeRecord['reason'][] = [];
	let finishWipe: (record: WipeRecord) => void = () => {};
	const unused = async () => {
		throw new Error('not asked by the session');
	};

	const devices: SessionDevices = {
		clock,
		tray,
		scanner: {
			capabilities: unused,
			status: async () => ((scannerStatus.asked += 1), scannerStatus.current),
			wipe: unused,
			scan: (_, signal) => (scan.current = createFeed<ScanEvent>()).read(signal)
		},
		printer: options.printer ?? {
			attributes: async () => printer.answer,
			openJobs: unused,
			wipe: unused,
			print: (request, signal) => {
				print.requests.push(request);
				return (print.current = createFeed<PrintEvent>()).read(signal);
			}
		},
		portal: {
			wipe: unused,
			warm: (opening, signal) =>
				new Promise((resolve) => {
					portal.opening = opening;
					portal.signal = signal;
					portal.warmed = (fault) => resolve(fault ? failed({ fault, detail: '' }) : ok(openPortal));
				})
		},
		prepare: async () => null,
		wipe: (reason) => {
			wipes.push(reason);
			papers = [];
			return new Promise((resolve) => (finishWipe = resolve));
		},
		portalStartUrl: (language) => `https://portal.test/${language}`,
		placeName: () => null,
		hasChannel: (channelId) => channelId in channelSites,
		channelSite: (channelId) => channelSites[channelId] ?? null,
		guide: () => guide
	};

	const refused: string[] = [];
	const session: Session = createSession({
		devices,
		limits,
		hours,
		clockIsWrong: options.clockIsWrong ?? false,
		timers,
		point: {
			name: { fi: 'Piste', sv: 'Punkt', en: 'Point' },
			address: { street: 'Katu 1', city: 'Tornio' },
			timeZone: 'Europe/Helsinki',
			portalName: { fi: 'OmaKela', sv: 'MittFPA', en: 'OmaKela' }
		},
		trial: { lock: 'locked', ignoresHours: false, simulatedScanner: true, simulatedPrinter: true },
		closedHours: options.closedHours ?? (() => closedHours),
		otherComputers: () => [],
		scannerTrouble: () => null,
		printerHealth: () => null,
		placeName: devices.placeName,
		channelName: (channelId) => (channelId in channelSites ? { fi: channelId, sv: channelId, en: channelId } : null),
		guide: devices.guide,
		onRefused: ({ event, refusal }) => refused.push(`${event}: ${refusal}`)
	});

	session.start();

	/** Lets promises that are already settled take effect. */
	const settle = async () => {
		for (let turn = 0; turn < 12; turn++) await Promise.resolve();
	};
	const house = {
		session,
		clock,
		timers,
		startedAt,
		minute,
		refused,
		wipes,
		portalOrders,
		portal,
		roomOfTray,
		settle,
		scan: () => scan.current.feed,
		/** How often the scanner was asked how it is. */
		scannerAsked: () => scannerStatus.asked,
		/** What the scanner answers from now on, told the next time that it is asked. */
		async scannerIs(now: ScannerStatus['feeder'] | { fault: ScanFault }) {
			const stopped = now === 'jam' || now === 'cover-open';
			scannerStatus.current =
				typeof now === 'object'
					? failed({ fault: now.fault, detail: '' })
					: ok({ state: stopped ? 'stopped' : 'idle', feeder: now });
			await house.pass(1000);
		},
		print: () => print.current.feed,
		/** Everything that the printer was asked to print. */
		printRequests: print.requests,
		/** What the printer tells of itself from now on. */
		printerOffers(answer: Partial<PrinterAttributes> | { fault: PrintFaultReport }) {
			printer.answer = 'fault' in answer ? failed(answer.fault) : ok({ ...printerAttributes, ...answer });
		},
		/** How large every page is from now on, in points. */
		pagesAre(width: number, height: number) {
			pageSize.current = { width, height };
		},
		/** The printer tells this of the print that runs. */
		async printerTells(event: PrintEvent) {
			print.current.feed.push(event);
			await settle();
		},
		/** The last fit that was asked for, which a test finishes. */
		fit: () => {
			if (!fit) throw new Error('nothing is made to fit');
			return fit;
		},
		/** A paper of so many pages of so many bytes that lies in the tray; its id. */
		async scanned(pages: number, bytesOfPage: number) {
			const { id } = tray.beginScan();
			const page = { ...scannedPage, bytes: new Uint8Array(bytesOfPage) };
			for (let number = 0; number < pages; number += 1) await tray.addPage(id, page, 'text');
			return id;
		},
		state: () => session.view().state,
		visit: () => {
			const { state } = session.view();
			if (state.name !== 'inSession') throw new Error(`no visit but ${state.name}`);
			return state;
		},
		async pass(ms: number) {
			timers.increment(ms);
			await settle();
		},
		/** Sets the wall clock; nobody has noticed yet. */
		setClock(byMs: number) {
			setBy += byMs;
		},
		/** Suspends the machine: both clocks go on, timers do not. */
		sleep(ms: number) {
			slept += ms;
		},
		async wiped(except?: WipeProof['step']) {
			finishWipe(provenRecord('session-ended', except));
			await settle();
		},
		async portalTells(event: PortalEvent) {
			portal.opening?.onEvent(event);
			await settle();
		},
		/** From the start to the home screen of a visit. */
		async startVisit() {
			await settle();
			await house.wiped();
			session.command({ type: 'choose language', language: 'fi' });
			session.command({ type: 'start visit' });
			await settle();
		}
	};
	return house;
}
