import { isDeepStrictEqual } from 'node:util';
import type { SnapshotFrom } from 'xstate';
import { guideStep, type Guide } from '../domain/channels/guide.ts';
import type { LocalizedText } from '../domain/language.ts';
import { expectedBytes, visiblePageCount } from '../domain/paper.ts';
import { sidesLeft } from '../domain/printing/print-limits.ts';
import { wipeStepNames } from '../domain/wipe.ts';
import { nobody, type SessionContext, type Visit } from './session-context.ts';
import type { SessionMachine } from './session-machine.ts';
import type {
	ClosedHoursView,
	FitView,
	OtherComputerView,
	PortalView,
	PrinterHealth,
	PrintingView,
	ScannerTrouble,
	ScanningView,
	ScreenView,
	SiteView,
	StateView,
	TimeView,
	VisitView
} from './session-view.ts';

export type SessionSnapshot = SnapshotFrom<SessionMachine>;

/** What the view takes from the house, not from the session. */
export interface Surroundings {
	closedHours(): ClosedHoursView;
	otherComputers(): readonly OtherComputerView[];
	placeName(host: string): LocalizedText | null;
	channelName(channelId: string): LocalizedText | null;
	guide(): Guide | null;
	/** Null: it is well, or nobody has looked. */
	scannerTrouble(): ScannerTrouble | null;
	/** Null: nobody has looked. */
	printerHealth(): PrinterHealth | null;
}

/** The flat state that screens show; a pure reading of the chart. */
export function stateView(snapshot: SessionSnapshot, surroundings: Surroundings): StateView {
	const { context } = snapshot;
	if (snapshot.matches('starting')) return { name: 'starting' };
	if (snapshot.matches('wiping'))
		return {
			name: 'wiping',
			steps: wipeStepNames,
			proven: context.proofs.filter((proof) => proof.proven).map((proof) => proof.step)
		};
	if (snapshot.matches('closed'))
		return { name: 'closed', hours: surroundings.closedHours(), others: surroundings.otherComputers() };
	if (snapshot.matches('ready'))
		return {
			name: 'ready',
			language: context.visit.language,
			limitMs: context.limits.visitMs,
			closesAt: context.hours.closesAt,
			scannerTrouble: surroundings.scannerTrouble(),
			printerHealth: surroundings.printerHealth()
		};
	if (snapshot.matches('inSession')) return visitView(snapshot, surroundings);
	return {
		name: 'outOfOrder',
		reason: context.outOfOrder ?? 'wipe-failed',
		proofs: context.proofs,
		others: surroundings.otherComputers()
	};
}

function visitView(snapshot: SessionSnapshot, surroundings: Surroundings): VisitView {
	const { visit, wallAhead, limits } = snapshot.context;
	return {
		name: 'inSession',
		language: visit.language ?? 'fi',
		startedAt: (visit.startedAt ?? 0) + wallAhead,
		screen: screenView(snapshot, surroundings),
		presence: visit.answerBy === null ? { state: 'present' } : { state: 'asked', answerBy: visit.answerBy + wallAhead },
		time: timeView(snapshot),
		portal: portalView(snapshot, surroundings),
		site: siteView(visit.siteChannelId, surroundings),
		attachWaits: visit.chooser !== null,
		scanning: scanningView(snapshot),
		printing: printingView(snapshot),
		printerHealth: surroundings.printerHealth(),
		printLimits: { sidesLeft: sidesLeft(limits.print, visit.sidesUsed), copiesPerPrint: limits.print.copiesPerPrint },
		help: snapshot.matches({ inSession: { help: 'called' } })
			? 'called'
			: snapshot.matches({ inSession: { help: 'coming' } })
				? 'coming'
				: 'none',
		// One whose first page has not come yet is nothing that a customer could open.
		papers: visit.papers.filter((paper) => visiblePageCount(paper) > 0),
		undoable: visit.undoable,
		notice: visit.notice
	};
}

/** A channel that was taken out of the configuration meanwhile has no name left; it is then shown as the portal is. */
function siteView(channelId: string | null, surroundings: Surroundings): SiteView | null {
	const name = channelId === null ? null : surroundings.channelName(channelId);
	return channelId === null || name === null ? null : { channelId, name };
}

function screenView(snapshot: SessionSnapshot, surroundings: Surroundings): ScreenView {
	const on = (name: 'scan' | 'papers' | 'channels' | 'channel' | 'guide' | 'paper' | 'print' | 'portal' | 'attach') =>
		snapshot.matches({ inSession: { screen: { browsing: name } } });
	const { selectedPaperId, chooser, channel, guideAnswers, wantedPlace } = snapshot.context.visit;
	if (snapshot.matches({ inSession: { screen: 'confirmLeaving' } }))
		return { name: 'confirm leaving', opens: siteView(wantedPlace?.channelId ?? null, surroundings) };
	if (snapshot.matches({ inSession: { screen: 'confirmEnd' } })) return { name: 'confirm end' };
	if (on('scan')) return { name: 'scan' };
	if (on('papers')) return { name: 'papers' };
	if (on('channel') && channel) return { name: 'channel', channelId: channel.id, cameFrom: channel.cameFrom };
	if (on('guide')) {
		const guide = surroundings.guide();
		const step = guide && guideStep(guide, guideAnswers);
		return step ? { name: 'guide', step, answered: guideAnswers.length } : { name: 'channels' };
	}
	if (on('channels') || on('channel')) return { name: 'channels' };
	if (on('portal')) return { name: 'portal' };
	if (on('attach') && chooser) {
		const { visit, limits } = snapshot.context;
		return { name: 'attach', chooser, maxBytes: limits.uploadBytes, fit: fitView(visit) };
	}
	if (on('attach')) return { name: 'portal' };
	// A paper that was removed meanwhile leaves the customer among the papers that are there.
	if (on('paper')) return selectedPaperId ? { name: 'paper', paperId: selectedPaperId } : { name: 'papers' };
	if (on('print')) return selectedPaperId ? { name: 'print', paperId: selectedPaperId } : { name: 'papers' };
	return { name: 'home' };
}

function timeView(snapshot: SessionSnapshot): TimeView {
	const { visit, wallAhead } = snapshot.context;
	const { at, because } = visit.end ?? { at: 0, because: 'limit' };
	const grace = snapshot.matches({ inSession: { time: 'grace' } });
	const soon = snapshot.matches({ inSession: { time: 'endingSoon' } });
	return {
		state: grace ? 'grace' : soon ? 'ending soon' : 'running',
		endsAt: at + wallAhead,
		because,
		warnedMinutes: grace || soon ? visit.warnedMinutes : null
	};
}

function fitView({ fit }: Visit): FitView | null {
	if (fit === null) return null;
	const paperId = fit.paper.id;
	if (fit.fault?.kind === 'cannot-fit') return { state: 'cannot fit', paperId, pagesThatFit: fit.fault.pagesThatFit };
	if (fit.fault) return { state: 'failed', paperId, fault: fit.fault.kind };
	if (fit.compression)
		return { state: 'fitted', paperId, bytesBefore: expectedBytes(fit.paper), compression: fit.compression };
	return { state: 'fitting', paperId, done: fit.done, total: fit.total };
}

function portalView(snapshot: SessionSnapshot, surroundings: Surroundings): PortalView {
	const { visit } = snapshot.context;
	const is = (state: 'warming' | 'warm' | 'shown') => snapshot.matches({ inSession: { portal: { open: state } } });
	if (snapshot.matches({ inSession: { portal: 'failed' } }))
		return { state: 'failed', fault: visit.portalFault ?? 'crashed' };
	if (is('warming'))
		return { state: 'warming', wanted: snapshot.matches({ inSession: { screen: { browsing: 'portal' } } }) };
	const { place } = visit;
	const site = siteView(visit.siteChannelId, surroundings);
	return {
		state: is('warm') ? 'warm' : is('shown') ? 'shown' : 'hidden',
		// All hosts of a channel's own browser are the channel's.
		placeName: site?.name ?? (place ? surroundings.placeName(place.host) : null),
		pagesOpen: place?.pagesOpen ?? 1
	};
}

function scanningView(snapshot: SessionSnapshot): ScanningView {
	const { scan, papers } = snapshot.context.visit;
	if (!scan) return { state: 'idle' };
	const { source } = scan.request;
	// A paper that the customer removed or joined with another one meanwhile has taken its pages with it.
	const paperId = papers.find(({ id }) => id === scan.paperId)?.id ?? null;
	const pagesReceived = paperId === null ? 0 : scan.pages;
	const feeder = scan.feeder === 'loaded' || scan.feeder === 'empty' ? scan.feeder : 'unknown';
	const is = (state: 'waitingForPaper' | 'done' | 'failed') => snapshot.matches({ inSession: { scanning: state } });
	const runs = (state: 'startingSlowly' | 'takingPages') =>
		snapshot.matches({ inSession: { scanning: { running: state } } });
	if (is('waitingForPaper')) return { state: 'waiting for paper', feeder, paperId, pagesReceived };
	if (is('failed')) {
		const over = snapshot.matches({ inSession: { scanning: { failed: 'wellAgain' } } });
		return { state: 'failed', fault: scan.fault ?? 'io-error', over, feeder, source, paperId, pagesReceived };
	}
	if (is('done'))
		return paperId === null
			? { state: 'idle' }
			: { state: 'done', source, paperId, pagesReceived, sheets: scan.sheets };
	return paperId !== null && runs('takingPages')
		? { state: 'taking pages', paperId, pagesReceived }
		: { state: 'starting', takesLong: runs('startingSlowly') };
}

function printingView(snapshot: SessionSnapshot): PrintingView {
	const { print } = snapshot.context.visit;
	if (!print) return { state: 'idle' };
	return {
		state: printState(snapshot),
		paperId: print.order.paperId,
		copies: print.order.copies,
		...print.extent,
		impressionsCompleted: print.impressionsCompleted,
		fault: print.fault
	};
}

function printState(snapshot: SessionSnapshot): Exclude<PrintingView['state'], 'idle'> {
	const stages = ['asking', 'sending', 'sent', 'printing', 'waiting'] as const;
	const ends = ['done', 'cancelled'] as const;
	return (
		stages.find((state) => snapshot.matches({ inSession: { printing: { running: state } } })) ??
		ends.find((state) => snapshot.matches({ inSession: { printing: state } })) ??
		'failed'
	);
}

/** Whether the customer screen covers everything or leaves the work area to the portal. Anything unsure covers. */
export function screenCoverage(state: StateView): 'all' | 'bar' {
	if (state.name !== 'inSession' || state.presence.state !== 'present') return 'all';
	return state.screen.name === 'portal' && state.portal.state === 'shown' ? 'bar' : 'all';
}

/** Whether nothing of a customer is left in the session itself (wipe step `settings`). */
export const rememberedOf = ({ visit }: SessionContext): readonly string[] =>
	Object.entries(visit)
		.filter(([name, value]) => !isDeepStrictEqual(value, nobody[name as keyof Visit]))
		.map(([name]) => name);
