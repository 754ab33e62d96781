import { isDeepStrictEqual } from 'node:util';
import { and, assign, emit, not, or, raise, sendTo, setup, stateIn } from 'xstate';
import { guideStep } from '../domain/channels/guide.ts';
import { fitsAccept } from '../domain/accept.ts';
import { expectedBytes, type Paper } from '../domain/paper.ts';
import { applyEdit, type PaperEditFault } from '../domain/paper-edits.ts';
import { printExtent, type PrintWish } from '../domain/printing/print-extent.ts';
import { printLimitFault } from '../domain/printing/print-limits.ts';
import { isProven } from '../domain/wipe.ts';
import type { SteadyClock } from '../ports/clock.ts';
import {
	fittingPaper,
	openPortal,
	preparation,
	printing,
	takingPages,
	wiping,
	type PortalOrder,
	type PrintOrder
} from './session-actors.ts';
import type { Refusal } from './session-command.ts';
import {
	endOfVisit,
	leftOfVisit,
	nobody,
	pageCountOf,
	paperOf,
	reachedWarning,
	untilNextMoment,
	wallAheadOf,
	withPage,
	type Print,
	type Scan,
	type SessionContext,
	type Visit
} from './session-context.ts';
import type { ScanFault } from '../ports/scanner.ts';
import type { TrayContents } from '../ports/tray.ts';
import { isOver, obstacleIn, scannerWatch } from './scanner-watch.ts';
import type { OpeningHours, SessionDevices, SessionLimits } from './session-devices.ts';
import type { SessionEmission, SessionEvent } from './session-events.ts';

export interface SessionInput {
	readonly clock: SteadyClock;
	readonly limits: SessionLimits;
	readonly hours: OpeningHours;
	readonly clockIsWrong: boolean;
}

/** The vocabulary of the chart: what its guards, delays, actors and actions mean. */
export function sessionSetup(devices: SessionDevices, limits: SessionLimits) {
	const { tray } = devices;

	return setup({
		types: {
			context: {} as SessionContext,
			events: {} as SessionEvent,
			emitted: {} as SessionEmission,
			input: {} as SessionInput
		},
		actors: {
			'look whether the machine is safe': preparation(devices),
			'wipe and prove': wiping(devices),
			'take pages': takingPages(devices),
			'watch the scanner': scannerWatch(devices),
			'print and follow': printing(devices),
			'keep the portal': openPortal(devices, limits.uploadBytes),
			'make the paper fit': fittingPaper(devices)
		},
		delays: {
			'nobody pressed start': ({ context }) => context.limits.introMs,
			'quiet too long': ({ context }) => context.limits.idleMs,
			/** WCAG 2.2.1: at least 20 s to answer with a simple action. */
			'no answer': ({ context }) => context.limits.answerMs,
			'until the next warning or the end': ({ context }) => untilNextMoment(context),
			'until the end': ({ context }) => Math.max(0, leftOfVisit(context)),
			'wipe takes too long': ({ context }) => context.limits.wipeMs,
			/** A scanner that slept warms up for eight to ten seconds; after four a customer wonders. */
			'the scanner takes long to start': 4_000
		},
		guards: {
			'the computer is open': ({ context }) => context.hours.open,
			'the hours say open': ({ event }) => event.type === 'hours changed' && event.hours.open,
			'the clock is wrong': ({ context }) => context.clockIsWrong,
			'only the clock was wrong': ({ context }) => context.outOfOrder === 'clock-wrong',
			'the machine slept longer than it waits for an answer': ({ context: { limits: waits }, event }) =>
				event.type === 'machine slept' && event.ms > waits.idleMs + waits.answerMs,
			'the wipe is proven': ({ event }) => event.type === 'wipe finished' && isProven(event.record),
			'a device is working': or([
				stateIn({ inSession: { scanning: 'running' } }),
				// A print that waits for paper may wait for ever; the papers on the screen may not.
				and([
					stateIn({ inSession: { printing: 'running' } }),
					not(stateIn({ inSession: { printing: { running: 'waiting' } } }))
				])
			]),
			'a warning is reached': ({ context }) => reachedWarning(context) !== null,
			'the end is reached': ({ context }) => leftOfVisit(context) <= 0,
			'closing time ends it': ({ context }) => context.visit.end?.because === 'closing',
			'the hours prolong it': ({ context, event }) =>
				event.type === 'hours changed' && endOfVisit(withHours(context, event.hours)) !== context.visit.end,
			'the paper exists': ({ context, event }) => 'paperId' in event && hasPaper(context.visit, event.paperId),
			'the edit can be done': ({ context, event }) => editFault(context.visit, event) === null,
			'the edit removes a paper': ({ event }) => event.type === 'edit paper' && event.edit.type === 'remove paper',
			'there is an edit to undo': ({ context }) => context.visit.undoable !== null,
			'a scan runs': stateIn({ inSession: { scanning: 'running' } }),
			'a print runs': stateIn({ inSession: { printing: 'running' } }),
			'it may be printed': ({ context, event }) => printRefusal(context, event) === null,
			'the edit takes the paper of the scan apart': ({ context, event }) =>
				takesApart(event, context.visit.scan?.paperId),
			'the edit takes the paper of the print apart': ({ context, event }) =>
				takesApart(event, context.visit.print?.order.paperId),
			'pages were taken': ({ context }) => (context.visit.scan?.pages ?? 0) > 0,
			'pages came this time': ({ context }) => (context.visit.scan?.pagesThisTime ?? 0) > 0,
			'it takes from the feeder': ({ context }) => context.visit.scan?.request.source === 'feeder',
			'the feeder has run empty': ({ event }) => event.type === 'scan failed' && event.fault === 'feeder-empty',
			'something keeps it from taking paper': ({ event }) =>
				event.type === 'scanner told' && obstacleIn(event.status) !== null,
			// Whoever lays in a pile is not done with its first sheet: two answers in a row.
			'paper has settled in the feeder': ({ context, event }) =>
				event.type === 'scanner told' && event.status.feeder === 'loaded' && context.visit.scan?.feeder === 'loaded',
			'the customer looks at the scan': and([
				stateIn({ inSession: { screen: { browsing: 'scan' } } }),
				stateIn({ inSession: { presence: 'present' } })
			]),
			'it is only busy': ({ event }) => event.type === 'scanner is unwell' && event.fault === 'busy',
			'the fault is over': ({ context, event }) =>
				event.type === 'scanner told' && isOver(context.visit.scan?.fault ?? 'io-error', event.status),
			'this chooser is open': ({ context, event }) =>
				event.type === 'file chooser gone' && context.visit.chooser?.id === event.chooserId,
			'the papers fit the page': ({ context, event }) =>
				event.type === 'attach papers' && papersFit(context.visit, event.paperIds),
			'a paper is too big for the portal': ({ context, event }) =>
				event.type === 'attach papers' && event.paperIds.some((id) => isTooBig(context, paperOf(context.visit, id))),
			'the paper can be made smaller': ({ context, event }) =>
				'paperId' in event && paperOf(context.visit, event.paperId ?? '')?.kind === 'pages',
			/** What was found for it then holds no longer. */
			'the paper to fit has changed': ({ context, event }) =>
				event.type === 'papers changed' && !isStillThere(context.visit.fit?.paper, event.contents.papers),
			'several pages are open': ({ context }) => (context.visit.place?.pagesOpen ?? 0) > 1,
			'the portal is open': stateIn({ inSession: { portal: 'open' } }),
			'the customer wants the portal': stateIn({ inSession: { screen: { browsing: 'portal' } } }),
			'going home': ({ event }) => event.type === 'go to' && event.screen === 'home',
			'going to scan': ({ event }) => event.type === 'go to' && event.screen === 'scan',
			'going to the papers': ({ event }) => event.type === 'go to' && event.screen === 'papers',
			'going to the channels': ({ event }) => event.type === 'go to' && event.screen === 'channels',
			'going to the guide': ({ event }) =>
				event.type === 'go to' && event.screen === 'guide' && devices.guide() !== null,
			'there is a guide': () => devices.guide() !== null,
			'this question is asked': ({ context, event }) => answersQuestion(devices, context.visit, event),
			'an answer was given': ({ context }) => context.visit.guideAnswers.length > 0,
			'the channel exists': ({ event }) => 'channelId' in event && devices.hasChannel(event.channelId),
			'the channel opens here': ({ event }) =>
				event.type === 'open channel' && devices.channelSite(event.channelId) !== null,
			'the browser is for it': ({ context, event }) => wantedPlace(devices, event) === context.visit.siteChannelId,
			'its page asks for a file': ({ context: { visit }, event }) =>
				visit.chooser !== null && wantedPlace(devices, event) === visit.siteChannelId,
			'the portal was seen': or([
				stateIn({ inSession: { portal: { open: 'shown' } } }),
				stateIn({ inSession: { portal: { open: 'hidden' } } })
			])
		},
		actions: {
			'forget the visit': assign(({ context }) => ({ visit: nobody, limits: context.nextLimits })),
			'forget the last wipe': assign({ proofs: [], outOfOrder: null }),
			'remember why it wipes': assign(({ event }) => ({ wipeReason: wipeReasonOf(event.type) })),
			'note the hours': assign(({ context, event }) => {
				if (event.type !== 'hours changed') return {};
				const { hours, wallAhead, visit } = withHours(context, event.hours);
				return { hours, wallAhead, visit };
			}),
			'note that the clock is wrong': assign({ clockIsWrong: true }),
			'note that the clock is right': assign({ clockIsWrong: false }),
			'tell that the clock is wrong': assign({ outOfOrder: 'clock-wrong' }),
			'note the limits': assign(({ context, event }) => {
				if (event.type !== 'limits changed') return {};
				const running = context.visit.startedAt !== null;
				return { nextLimits: event.limits, limits: running ? context.limits : event.limits };
			}),
			'note the proof': assign(({ context, event }) =>
				event.type === 'step was proven' ? { proofs: [...context.proofs, event.proof] } : {}
			),
			'note all proofs': assign(({ event }) => (event.type === 'wipe finished' ? { proofs: event.record.proofs } : {})),
			'note that the wipe is not proven': assign({ outOfOrder: 'wipe-not-proven' }),
			'note that the wipe failed': assign({ outOfOrder: 'wipe-failed' }),
			'note that the screen was lost': assign({ outOfOrder: 'screen-lost' }),
			'note why it is unsafe': assign(({ event }) =>
				event.type === 'machine is unsafe' ? { outOfOrder: event.reason } : {}
			),
			'note the language': assign(({ context, event }) =>
				event.type === 'choose language' ? { visit: { ...context.visit, language: event.language } } : {}
			),
			'note the start': assign(({ context }) => ({
				visit: withEnd({ ...context, visit: { ...context.visit, startedAt: context.clock.steady() } })
			})),
			'grant the grace': assign(({ context: { visit, limits: granted } }) => ({
				visit: { ...visit, end: visit.end && { ...visit.end, at: visit.end.at + granted.graceMs } }
			})),
			'note the warning': assign(({ context }) => ({
				visit: { ...context.visit, warnedMinutes: reachedWarning(context) }
			})),
			'note when to answer': assign(({ context }) => ({
				visit: { ...context.visit, answerBy: context.clock.steady() + context.limits.answerMs }
			})),
			'forget the question': assign(({ context }) => ({ visit: { ...context.visit, answerBy: null } })),
			'note the papers': assign(({ context, event }) =>
				event.type === 'papers changed' ? { visit: withPapers(context.visit, event.contents) } : {}
			),
			'select the paper': assign(({ context, event }) =>
				'paperId' in event ? { visit: { ...context.visit, selectedPaperId: event.paperId ?? null } } : {}
			),
			'note the scan': assign(({ context, event }) =>
				event.type === 'start scan' ? { visit: { ...context.visit, scan: { ...nothingScanned, request: event } } } : {}
			),
			'note that the scan goes on': assign(({ context: { visit } }) =>
				withScan(visit, { pagesThisTime: 0, fault: null })
			),
			'count the page': assign(({ context: { visit }, event }) =>
				event.type === 'page taken' && visit.scan ? withScan(visit, withPage(visit.scan, event.paperId)) : {}
			),
			'note the scan fault': assign(({ context: { visit }, event }) => withScan(visit, { fault: scanFaultIn(event) })),
			'note that nothing came': assign(({ context: { visit } }) => withScan(visit, { fault: 'io-error' })),
			'note that the feeder is empty': assign(({ context: { visit } }) => withScan(visit, { feeder: 'empty' })),
			'note the feeder': assign(({ context: { visit }, event }) =>
				event.type === 'scanner told' ? withScan(visit, { feeder: event.status.feeder }) : {}
			),
			'take the paper for a sign of life': raise({ type: 'customer acted' }),
			'forget the scan': assign(({ context }) => ({ visit: { ...context.visit, scan: null } })),
			'note the print': assign(({ context: { visit }, event }) => {
				const order = orderIn(visit, event);
				if (order === null) return {};
				const extent = printExtent(wishOf(visit, order));
				const sidesUsed = visit.sidesUsed + extent.impressions;
				return { visit: { ...visit, sidesUsed, print: { order, extent, impressionsCompleted: 0, fault: null } } };
			}),
			'note the progress of the print': assign(({ context: { visit }, event }) =>
				visit.print ? { visit: { ...visit, print: withProgress(visit.print, event) } } : {}
			),
			'give back what did not come out': assign(({ context: { visit }, event }) => ({
				visit: { ...visit, sidesUsed: visit.sidesUsed - notPrinted(visit.print, event) }
			})),
			'refuse the print': emit(({ context, event }) => ({
				type: 'refused' as const,
				event: event.type,
				refusal: printRefusal(context, event) ?? 'not-now'
			})),
			'forget the print': assign(({ context }) => ({ visit: { ...context.visit, print: null } })),
			'note the place': assign(({ context, event }) =>
				event.type === 'place changed'
					? { visit: { ...context.visit, place: { host: event.host, pagesOpen: event.pagesOpen } } }
					: {}
			),
			'note the chooser': assign(({ context, event }) =>
				event.type === 'file chooser opened' ? { visit: { ...context.visit, chooser: event.chooser } } : {}
			),
			'forget the chooser': assign(({ context }) => ({ visit: { ...context.visit, chooser: null } })),
			'note the paper to fit': assign(({ context: { visit }, event }) => {
				const paper = event.type === 'make paper fit' ? paperOf(visit, event.paperId) : undefined;
				return paper ? { visit: { ...visit, fit: { paper, done: 0, total: 0, compression: null, fault: null } } } : {};
			}),
			'note how far the fit is': assign(({ context: { visit }, event }) =>
				event.type === 'fit progressed' && visit.fit
					? { visit: { ...visit, fit: { ...visit.fit, done: event.done, total: event.total } } }
					: {}
			),
			'note the fit': assign(({ context: { visit }, event }) =>
				event.type === 'paper fits' && visit.fit
					? { visit: { ...visit, fit: { ...visit.fit, compression: event.compression } } }
					: {}
			),
			'note why it does not fit': assign(({ context: { visit }, event }) =>
				event.type === 'paper does not fit' && visit.fit
					? { visit: { ...visit, fit: { ...visit.fit, fault: event.fault } } }
					: {}
			),
			'forget the fit': assign(({ context }) => ({ visit: { ...context.visit, fit: null } })),
			'make the paper smaller': ({ context: { visit }, event }) => {
				if (event.type === 'paper fits' && visit.fit)
					tray.edit({ type: 'compress paper', paperId: visit.fit.paper.id, compression: event.compression });
			},
			/** Where that was the last edit, so that it does not stand there to be undone twice. */
			'take the smaller paper back': ({ context: { visit } }) => {
				if (visit.undoable === 'compress paper') tray.undo();
				else if (visit.fit) tray.edit({ type: 'compress paper', paperId: visit.fit.paper.id, compression: null });
			},
			'note the portal fault': assign(({ context, event }) =>
				event.type === 'portal failed'
					? {
							visit: {
								...context.visit,
								portalFault: event.fault,
								place: null,
								chooser: null
							}
						}
					: {}
			),
			'tell that the portal ended': assign(({ context }) => ({
				visit: { ...context.visit, notice: { kind: 'portal ended' as const } }
			})),
			'forget the portal fault': assign(({ context }) => ({ visit: { ...context.visit, portalFault: null } })),
			'show the notice': assign(({ context, event }) =>
				event.type === 'notice came' ? { visit: { ...context.visit, notice: event.notice } } : {}
			),
			'forget that a paper arrived': assign(({ context: { visit } }) =>
				visit.notice?.kind === 'paper arrived' ? { visit: { ...visit, notice: null } } : {}
			),
			'forget the notice': assign(({ context }) => ({ visit: { ...context.visit, notice: null } })),

			'note the channel': assign(({ context, event }) =>
				event.type === 'look at channel'
					? { visit: { ...context.visit, channel: { id: event.channelId, cameFrom: 'channels' as const } } }
					: {}
			),
			'note the channel of the advice': assign(({ context, event }) =>
				event.type === 'look at channel'
					? { visit: { ...context.visit, channel: { id: event.channelId, cameFrom: 'guide' as const } } }
					: {}
			),
			'begin the guide anew': assign(({ context }) => ({ visit: { ...context.visit, guideAnswers: [] } })),
			'note the answer': assign(({ context: { visit }, event }) =>
				event.type === 'answer guide'
					? { visit: { ...visit, guideAnswers: [...visit.guideAnswers, event.answer] } }
					: {}
			),
			'take the last answer back': assign(({ context: { visit } }) => ({
				visit: { ...visit, guideAnswers: visit.guideAnswers.slice(0, -1) }
			})),
			'note the wanted place': assign(({ context, event }) => ({
				visit: { ...context.visit, wantedPlace: { channelId: wantedPlace(devices, event) } }
			})),
			'forget the wanted place': assign(({ context }) => ({ visit: { ...context.visit, wantedPlace: null } })),
			'ask for another place': raise({ type: 'another place is wanted' }),
			/** The browser before takes its question and its place with it. */
			'give the browser to the wanted place': assign(({ context: { visit } }) => ({
				visit: {
					...visit,
					siteChannelId: visit.wantedPlace?.channelId ?? null,
					wantedPlace: null,
					place: null,
					chooser: null,
					portalFault: null
				}
			})),

			'edit the paper': ({ event }) => {
				if (event.type === 'edit paper') tray.edit(event.edit);
			},
			// A target in one region, from the state around them all, would leave and enter every region: the portal would be lost.
			'lead to the papers': raise({ type: 'a paper was removed' }),
			'undo the edit': () => void tray.undo(),
			'refuse the edit': emit(({ context, event }) => ({
				type: 'refused' as const,
				event: event.type,
				refusal: editRefusals[editFault(context.visit, event) ?? 'no-such-paper']
			})),

			'tell the portal': sendTo('portal', (_, order: PortalOrder) => order),
			'hand the papers over': sendTo('portal', ({ context, event }) =>
				answerChooser(context.visit, event.type === 'attach papers' ? event.paperIds : [])
			),
			'leave the page as it was': sendTo('portal', ({ context }) => answerChooser(context.visit, [])),
			refuse: emit(({ event }, params: { refusal: Refusal }) => ({
				type: 'refused' as const,
				event: event.type,
				refusal: params.refusal
			}))
		}
	});
}

/** The setup, as the regions know it. */
export type SessionSetup = ReturnType<typeof sessionSetup>;

/** Asks the open portal for something. */
export const tellPortal = (type: Exclude<PortalOrder['type'], 'answer chooser'>) => ({
	type: 'tell the portal' as const,
	params: { type } satisfies PortalOrder
});

/** Refuses aloud: nothing changes, and whoever asked learns why. */
export const refuse = (refusal: Refusal) => ({ type: 'refuse' as const, params: { refusal } });

const wipeReasonOf = (event: SessionEvent['type']) => {
	if (event === 'retry wipe') return 'staff-retry';
	return event === 'clock is right' ? 'clock-right-again' : 'session-ended';
};

const withEnd = (context: SessionContext): Visit => ({ ...context.visit, end: endOfVisit(context) });

const nothingScanned = {
	paperId: null,
	pages: 0,
	sheets: 0,
	pagesThisTime: 0,
	fault: null,
	feeder: 'unknown'
} as const;

const withScan = (visit: Visit, change: Partial<Scan>) =>
	visit.scan ? { visit: { ...visit, scan: { ...visit.scan, ...change } } } : {};

const scanFaultIn = (event: SessionEvent): ScanFault =>
	event.type === 'scan failed' || event.type === 'scanner is unwell'
		? event.fault
		: ((event.type === 'scanner told' ? obstacleIn(event.status) : null) ?? 'io-error');

/** The context once these hours are in force, by the wall clock as it is now. */
const withHours = (context: SessionContext, hours: OpeningHours): SessionContext => {
	const next = { ...context, hours, wallAhead: wallAheadOf(context.clock) };
	return { ...next, visit: withEnd(next) };
};

/** The channel whose site is asked for; null where it is the portal itself. */
const wantedPlace = (devices: SessionDevices, event: SessionEvent): string | null =>
	event.type === 'open channel' && devices.channelSite(event.channelId) !== 'portal' ? event.channelId : null;

const answersQuestion = (devices: SessionDevices, visit: Visit, event: SessionEvent): boolean => {
	const guide = devices.guide();
	if (event.type !== 'answer guide' || guide === null) return false;
	const step = guideStep(guide, visit.guideAnswers);
	const question = guide.questions.find(({ id }) => id === event.questionId);
	return step?.kind === 'question' && step.id === question?.id && event.answer < question.answers.length;
};

const answerChooser = (visit: Visit, paperIds: readonly string[]): PortalOrder => ({
	type: 'answer chooser',
	chooserId: visit.chooser?.id ?? '',
	accept: visit.chooser?.accept ?? [],
	paperIds
});

const orderIn = (visit: Visit, event: SessionEvent): PrintOrder | null =>
	event.type === 'print' ? event : (visit.print?.order ?? null);

const wishOf = (visit: Visit, order: PrintOrder): PrintWish => ({ ...order, pages: pageCountOf(visit, order.paperId) });

/** Why the print that this event asks for may not begin; null: it may. */
const printRefusal = ({ visit, limits }: SessionContext, event: SessionEvent): Refusal | null => {
	const order = orderIn(visit, event);
	if (order === null || !hasPaper(visit, order.paperId)) return 'no-such-paper';
	const wish = wishOf(visit, order);
	if (wish.pages === 0 || wish.pageRanges.some(({ to }) => to > wish.pages)) return 'no-such-page';
	return printLimitFault(limits.print, visit.sidesUsed, wish);
};

/** What has come out stays out, also where the printer could not be asked any more. */
const withProgress = (print: Print, event: SessionEvent): Print => ({
	...print,
	impressionsCompleted: Math.max(
		print.impressionsCompleted,
		'impressionsCompleted' in event ? event.impressionsCompleted : 0
	),
	fault: event.type === 'print is waiting' || event.type === 'print failed' ? event.fault : null
});

/** A printer that is done without having counted has printed all of it. */
const notPrinted = (print: Print | null, event: SessionEvent): number => {
	if (print === null || (event.type === 'print done' && print.impressionsCompleted === 0)) return 0;
	return Math.max(0, print.extent.impressions - print.impressionsCompleted);
};

const hasPaper = (visit: Visit, paperId: string | null | undefined) =>
	typeof paperId === 'string' && paperOf(visit, paperId) !== undefined;

const nameless = { id: '', name: '', addedAt: 0 };

const editFault = (visit: Visit, event: SessionEvent): PaperEditFault | null => {
	if (event.type !== 'edit paper') return null;
	const edited = applyEdit(visit.papers, event.edit, nameless);
	return edited.ok ? null : edited.fault;
};

const editRefusals: Readonly<Record<PaperEditFault, Refusal>> = {
	'no-such-paper': 'no-such-paper',
	'no-such-page': 'no-such-paper',
	'not-pages': 'not-pages',
	'name-not-allowed': 'name-not-allowed',
	'page-count-would-be-zero': 'page-count-would-be-zero'
};

/** Whether an edit removes, joins or parts this paper. */
const takesApart = (event: SessionEvent, paperId: string | null | undefined): boolean => {
	if (event.type !== 'edit paper' || typeof paperId !== 'string') return false;
	const { edit } = event;
	if (edit.type === 'merge papers') return [edit.paperId, edit.fromId].includes(paperId);
	return (edit.type === 'remove paper' || edit.type === 'split paper') && edit.paperId === paperId;
};

const papersFit = (visit: Visit, paperIds: readonly string[]) => {
	const { chooser } = visit;
	if (!chooser || (paperIds.length > 1 && !chooser.multiple)) return false;
	return paperIds.every((id) => {
		const paper = paperOf(visit, id);
		return paper !== undefined && fitsAccept(paper, chooser.accept);
	});
};

const isTooBig = ({ limits }: SessionContext, paper: Paper | undefined) =>
	paper !== undefined && expectedBytes(paper) > limits.uploadBytes;

/** Whether a paper is among these with the same pages, edited as they were. */
const isStillThere = (before: Paper | undefined, papers: readonly Paper[]): boolean => {
	const now = papers.find(({ id }) => id === before?.id);
	if (before?.kind !== 'pages' || now?.kind !== 'pages') return false;
	const look = ({ pages }: typeof before) => pages.map((page) => ({ ...page, findings: null }));
	return isDeepStrictEqual(look(before), look(now));
};

/** A paper that is gone cannot stay selected. */
const withPapers = (visit: Visit, { papers, undoable }: TrayContents): Visit => ({
	...visit,
	papers,
	undoable,
	selectedPaperId: papers.some((paper) => paper.id === visit.selectedPaperId) ? visit.selectedPaperId : null
});
