import PDFDocument from 'pdfkit';
import { failed, ok } from '../../domain/result.ts';
import type {
	FileChooser,
	HandedFile,
	OpenPortal,
	Portal,
	PortalEvent,
	PortalFaultReport,
	PortalOpening
} from '../../ports/portal.ts';
import { pdfBytes } from './demo-portal/pdf-bytes.ts';

export interface SimulatedPortalOptions {
	/** What `capturePage` gives; a page that says it is simulated when left out. */
	readonly capturedPdf?: Uint8Array;
	/** Of all files together that one file input is given. */
	readonly maxUploadBytes?: number;
}

/** What a file input was given; an empty list is a cancel. */
export interface AnsweredChooser {
	readonly chooserId: string;
	readonly files: readonly HandedFile[];
}

/** Plays the page and the browser. Events of a portal that is not open go nowhere, as in a real one. */
export interface SimulatedPortalControl {
	/** The page's file input is pressed; returns the chooser's id. */
	openFileChooser(asks?: Partial<Omit<FileChooser, 'id'>>): string;
	/** The page goes away under a file chooser that is not answered yet. */
	removeFileChooser(chooserId: string): void;
	finishDownload(name: string, bytes: Uint8Array): void;
	failDownload(reason: Extract<PortalEvent, { type: 'download failed' }>['reason']): void;
	/** The page calls `window.print()`. */
	capturePage(): Promise<void>;
	/** The page opens another page on top (`target=_blank`). */
	openPage(): void;
	/** The page on top goes to another host. */
	goTo(host: string): void;
	refuseNavigation(host: string): void;
	crash(detail?: string): void;
	/** The next `warm` fails with this. */
	failNextWarm(report: PortalFaultReport): void;
	/** From now on this many processes outlive a wipe; 0 makes it clean again. */
	leaveBehind(processes: number): void;
	state(): 'none' | 'hidden' | 'shown';
	/** The opening's language, start address and hosts of its own, while a portal is open. */
	opened(): Omit<PortalOpening, 'onEvent'> | null;
	/** What file inputs were given since the last wipe, oldest first. */
	answered(): readonly AnsweredChooser[];
}

async function simulatedPage(): Promise<Uint8Array> {
	const document = new PDFDocument({ size: 'A4', info: { Title: 'Simulated page' } });
	document.fontSize(18).text('A page of the simulated portal');
	return pdfBytes(document);
}

interface Capsule {
	readonly opening: Omit<PortalOpening, 'onEvent'>;
	readonly emit: (event: PortalEvent) => void;
	readonly choosers: Set<string>;
	/** The hosts of the pages, the one on top last. */
	readonly pages: string[];
	shown: boolean;
}

/** A portal without a browser: holds the port's promises, and its control plays what a page would do. */
export function createSimulatedPortal(options: SimulatedPortalOptions = {}): Portal & {
	readonly control: SimulatedPortalControl;
} {
	const { maxUploadBytes = 100 * 1024 * 1024 } = options;
	let capsule: Capsule | undefined;
	let answered: readonly AnsweredChooser[] = [];
	let warmFault: PortalFaultReport | undefined;
	let processesLeftBehind = 0;
	let choosersOpened = 0;

	const emit = (event: PortalEvent) => capsule?.emit(event);
	const tellPlace = (of: Capsule) => {
		if (of === capsule) of.emit({ type: 'place changed', host: of.pages.at(-1) ?? '', pagesOpen: of.pages.length });
	};
	const dropChoosers = (of: Capsule) => {
		for (const chooserId of of.choosers) of.emit({ type: 'file chooser gone', chooserId });
		of.choosers.clear();
	};
	const capture = async (of: Capsule | undefined) => {
		const bytes = options.capturedPdf ?? (await simulatedPage());
		if (of !== undefined && of === capsule) of.emit({ type: 'page captured', bytes });
	};

	const openPortalOf = (mine: Capsule): OpenPortal => ({
		async show() {
			if (mine !== capsule) return failed({ fault: 'crashed', detail: 'the simulated portal has ended' });
			mine.shown = true;
			return ok(undefined);
		},
		async hide() {
			mine.shown = false;
		},
		async answerFileChooser(chooserId, files) {
			const there = mine === capsule && mine.choosers.delete(chooserId);
			if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxUploadBytes) return failed('too-big');
			if (!there) return failed('gone');
			answered = [...answered, { chooserId, files }];
			return ok(undefined);
		},
		async back() {},
		async closePage() {
			if (mine !== capsule || mine.pages.length < 2) return;
			dropChoosers(mine);
			mine.pages.pop();
			tellPlace(mine);
		},
		capturePage: () => capture(mine)
	});

	return {
		async warm({ onEvent, ...opening }, signal) {
			const fault = warmFault;
			warmFault = undefined;
			if (fault !== undefined) return failed(fault);
			if (signal.aborted) return failed({ fault: 'did-not-start', detail: 'cancelled' });
			const mine: Capsule = {
				opening,
				emit: onEvent,
				choosers: new Set(),
				pages: [new URL(opening.startUrl).host],
				shown: false
			};
			capsule = mine;
			// As with a real one, another may be asked for while this one starts.
			await Promise.resolve();
			if (mine !== capsule) return failed({ fault: 'did-not-start', detail: 'ended while starting' });
			// The page is there after the capsule: whoever asked holds the portal before it hears of the place.
			setImmediate(() => tellPlace(mine));
			return ok(openPortalOf(mine));
		},

		async wipe() {
			const startedAt = performance.now();
			capsule = undefined;
			answered = [];
			return {
				step: 'portal',
				proven: processesLeftBehind === 0,
				lookedAt: ['processes of the simulated portal', 'files handed to its pages'],
				found: processesLeftBehind === 0 ? [] : [`${processesLeftBehind} processes`],
				durationMs: performance.now() - startedAt
			};
		},

		control: {
			openFileChooser({ accept = ['application/pdf', 'image/jpeg'], multiple = false } = {}) {
				choosersOpened += 1;
				const id = `chooser-${choosersOpened}`;
				capsule?.choosers.add(id);
				emit({ type: 'file chooser opened', chooser: { id, accept, multiple } });
				return id;
			},
			removeFileChooser(chooserId) {
				if (capsule?.choosers.delete(chooserId) === true) emit({ type: 'file chooser gone', chooserId });
			},
			finishDownload: (name, bytes) => emit({ type: 'download finished', name, bytes }),
			failDownload: (reason) => emit({ type: 'download failed', reason }),
			capturePage: () => capture(capsule),
			openPage() {
				if (capsule === undefined) return;
				capsule.pages.push(capsule.pages.at(-1) ?? '');
				tellPlace(capsule);
			},
			goTo(host) {
				if (capsule === undefined) return;
				dropChoosers(capsule);
				capsule.pages.splice(-1, 1, host);
				tellPlace(capsule);
			},
			refuseNavigation: (host) => emit({ type: 'navigation refused', host }),
			crash(detail = 'the simulated portal was told to crash') {
				const crashed = capsule;
				capsule = undefined;
				crashed?.emit({ type: 'ended', report: { fault: 'crashed', detail } });
			},
			failNextWarm(report) {
				warmFault = report;
			},
			leaveBehind(processes) {
				processesLeftBehind = processes;
			},
			state: () => (capsule === undefined ? 'none' : capsule.shown ? 'shown' : 'hidden'),
			opened: () => capsule?.opening ?? null,
			answered: () => answered
		}
	};
}
