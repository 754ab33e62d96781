import { untouchedPage } from '../domain/paper.ts';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, initialTransition, type AnyActorScope, type ExecutableActionObject } from 'xstate';
import { wipeStepNames } from '../domain/wipe.ts';
import type { SessionEvent } from './session-events.ts';
import { nobody } from './session-context.ts';
import { createSessionMachine } from './session-machine.ts';
import { channelSites, closedHours, guide, limits, provenRecord } from './testing/simulated-house.ts';
import { screenCoverage, stateView, type SessionSnapshot } from './view-of.ts';

/**
 * Walks the chart itself: no actor runs, every event is tried in every state that can be reached. Each walk lets two regions
 * move and holds the others, since what goes wrong lies between pairs of features and the product of all seven has no end.
 */
const minute = 60_000;
const openedAt = Date.UTC(2026, 10, 23, 7, 0);
const closesAt = openedAt + 30 * minute;
const clock = { at: openedAt, now: () => clock.at, steady: () => clock.at - openedAt };

const unreachable = () => {
	throw new Error('a walk over the chart runs no device');
};
const device = new Proxy({} as never, { get: unreachable });
const machine = createSessionMachine(
	{
		clock,
		scanner: device,
		printer: device,
		portal: device,
		tray: { edit() {}, undo() {} } as never,
		prepare: unreachable,
		wipe: unreachable,
		portalStartUrl: unreachable,
		placeName: unreachable,
		hasChannel: (channelId) => channelId in channelSites,
		channelSite: (channelId) => channelSites[channelId] ?? null,
		guide: () => guide
	},
	limits
);

const image = (id: string) => ({
	id,
	mediaType: 'image/jpeg' as const,
	widthPx: 1,
	heightPx: 1,
	resolutionDpi: 300,
	sizeBytes: 1,
	preset: 'text' as const
});
const paper = {
	kind: 'pages' as const,
	origin: 'scanned' as const,
	id: 'p1',
	name: 'Paper 1',
	addedAt: 0,
	pages: ['a', 'b'].map((id) => untouchedPage(image(id))),
	compression: null,
	measuredBytes: null
};
const open = { open: true, closesAt, nextOpen: null };
const chooser = { id: 'c1', accept: [], multiple: false };

const printOf = (copies: number) => ({
	type: 'print' as const,
	paperId: 'p1',
	copies,
	twoSided: true,
	colour: 'color' as const,
	pageRanges: [],
	fitToA4: false
});

const house: SessionEvent[] = [
	{ type: 'machine is prepared' },
	{ type: 'machine is unsafe', reason: 'unsafe-storage' },
	{ type: 'hours changed', hours: open },
	{ type: 'hours changed', hours: { open: false, closesAt: null, nextOpen: null } },
	{ type: 'limits changed', limits: { ...limits, visitMs: 10 * minute } },
	{ type: 'machine slept', ms: limits.idleMs },
	{ type: 'machine slept', ms: limits.idleMs + limits.answerMs + 1 },
	{ type: 'clock is wrong' },
	{ type: 'clock is right' },
	{ type: 'step was proven', proof: provenRecord('started').proofs[0]! },
	{ type: 'wipe finished', record: provenRecord('started') },
	...wipeStepNames.map((step) => ({ type: 'wipe finished' as const, record: provenRecord('started', step) })),
	{ type: 'wipe finished', record: { ...provenRecord('started'), proofs: [] } },
	{ type: 'wipe broke' },
	{ type: 'retry wipe' },
	{ type: 'screen was lost' },
	{ type: 'choose language', language: 'fi' },
	{ type: 'back to languages' },
	{ type: 'start visit' },
	{ type: 'end visit' }
];
const regions = {
	presence: [{ type: 'customer acted' }, { type: 'customer pressed' }, { type: 'I am here' }],
	time: [],
	screen: [
		...(['home', 'scan', 'papers', 'channels'] as const).map((screen) => ({ type: 'go to' as const, screen })),
		{ type: 'papers changed', contents: { papers: [paper], undoable: null } },
		{ type: 'papers changed', contents: { papers: [], undoable: null } },
		{ type: 'open paper', paperId: 'p1' },
		{ type: 'prepare print', paperId: 'p1' },
		{ type: 'edit paper', edit: { type: 'rotate page', paperId: 'p1', pageId: 'a', rotation: 90 } },
		{ type: 'edit paper', edit: { type: 'remove paper', paperId: 'p1' } },
		{ type: 'undo edit' },
		{ type: 'enter portal' },
		{ type: 'ask to end' },
		{ type: 'stay' },
		{ type: 'attach papers', paperIds: ['p1'] },
		{ type: 'cancel attaching' },
		{ type: 'make paper fit', paperId: 'p1' },
		{ type: 'fit progressed', done: 1, total: 2 },
		{ type: 'paper fits as it is' },
		{ type: 'paper fits', compression: { maxDpi: 150, quality: 60, grey: false, sizeBytes: 900 } },
		{ type: 'paper does not fit', fault: { kind: 'cannot-fit', pagesThatFit: 1 } },
		{ type: 'use smaller paper' },
		{ type: 'keep paper as it was' },
		{ type: 'notice came', notice: { kind: 'portal ended' } },
		{ type: 'dismiss notice' }
	],
	ways: [
		{ type: 'go to', screen: 'channels' },
		{ type: 'go to', screen: 'guide' },
		{ type: 'enter portal' },
		{ type: 'stay' },
		{ type: 'ask to end' },
		{ type: 'look at channel', channelId: 'phone' },
		{ type: 'look at channel', channelId: 'unknown' },
		{ type: 'open channel', channelId: 'chat' },
		{ type: 'open channel', channelId: 'phone' },
		{ type: 'leave and open' },
		{ type: 'start guide' },
		{ type: 'answer guide', questionId: 'matter', answer: 0 },
		{ type: 'answer guide', questionId: 'how', answer: 1 },
		{ type: 'answer guide', questionId: 'how', answer: 5 },
		{ type: 'guide back' }
	],
	portal: [
		{ type: 'portal warmed' },
		{ type: 'portal failed', fault: 'crashed' },
		{ type: 'place changed', host: 'portal.test', pagesOpen: 2 },
		{ type: 'file chooser opened', chooser },
		{ type: 'file chooser gone', chooserId: 'c1' },
		{ type: 'portal back' },
		{ type: 'close portal page' },
		{ type: 'capture portal page' },
		{ type: 'portal is wanted' },
		{ type: 'portal is not wanted' }
	],
	scanning: [
		{ type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'text' },
		{ type: 'page taken', paperId: 'p1' },
		{ type: 'scan finished' },
		{ type: 'scan failed', fault: 'jam' },
		{ type: 'scanner told', status: { state: 'idle', feeder: 'loaded' } },
		{ type: 'scanner told', status: { state: 'stopped', feeder: 'jam' } },
		{ type: 'scanner is unwell', fault: 'offline' },
		{ type: 'continue scan' },
		{ type: 'cancel scan' },
		{ type: 'scan seen' }
	],
	printing: [
		printOf(1),
		printOf(6),
		{ ...printOf(1), pageRanges: [{ from: 3, to: 3 }] },
		{ type: 'print again' },
		{ type: 'print is being sent' },
		{ type: 'print sent' },
		{ type: 'print progressed', impressionsCompleted: 1 },
		{ type: 'print is waiting', fault: 'media-empty' },
		{ type: 'print done', impressionsCompleted: 2 },
		{ type: 'print failed', fault: 'offline', impressionsCompleted: 0 },
		{ type: 'cancel print' },
		{ type: 'print seen' }
	],
	help: [{ type: 'call for help' }, { type: 'help is coming' }, { type: 'cancel help' }]
} satisfies Record<string, SessionEvent[]>;
type Region = keyof typeof regions;
const regionNames = Object.keys(regions) as Region[];
const allEvents = [...house, ...Object.values(regions).flat()];

/** Moments at which timers matter: long before, at a warning, at closing, after the grace. */
const moments = [openedAt, closesAt - 5 * minute, closesAt, closesAt + 2 * minute];

const surroundings = {
	closedHours: () => closedHours,
	otherComputers: () => [],
	placeName: () => null,
	channelName: (channelId: string) => ({ fi: channelId, sv: channelId, en: channelId }),
	guide: () => guide,
	scannerTrouble: () => null,
	printerHealth: () => null
};

const top = (snapshot: SessionSnapshot) => {
	const { value } = snapshot;
	return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
};
const keyOf = ({ value, context: { visit, hours, clockIsWrong, outOfOrder } }: SessionSnapshot) =>
	JSON.stringify([
		value,
		hours.open,
		// A visit goes on whatever the clock says: only outside of it does a wrong one lead elsewhere.
		typeof value === 'string' && clockIsWrong,
		outOfOrder === 'clock-wrong',
		visit.papers.length,
		visit.chooser !== null,
		(visit.scan?.pages ?? 0) > 0,
		(visit.place?.pagesOpen ?? 0) > 1,
		visit.siteChannelId,
		// Read only where the question is answered.
		JSON.stringify(value).includes('confirmLeaving') && visit.wantedPlace,
		visit.guideAnswers.length
	]);

/** Delayed transitions that wait in this state, as the events that fire them. */
const timersOf = (snapshot: SessionSnapshot) =>
	snapshot._nodes.flatMap((node) =>
		node.after.map(({ eventType }) => ({ type: eventType }) as unknown as SessionEvent)
	);

interface Step {
	from: SessionSnapshot;
	event: SessionEvent;
	to: SessionSnapshot;
	refusals: number;
}

const refusalsIn = (actions: readonly ExecutableActionObject[]) =>
	actions.filter((action) => action.type === 'xstate.emit').length;

const input = { clock, limits, hours: open, clockIsWrong: false };
const begin = () => {
	clock.at = openedAt;
	return initialTransition(machine, input)[0];
};

const self = createActor(machine, { input });
const nothing = () => {};
/** XState's own `transition`, but for the actor that it makes anew each time: the walks take half a million steps. */
function transition(from: SessionSnapshot, event: SessionEvent): [SessionSnapshot, ExecutableActionObject[]] {
	const actions: ExecutableActionObject[] = [];
	const { system } = self;
	const never = { id: '', sessionId: '', defer: nothing, logger: nothing, stopChild: nothing, emit: nothing };
	const scope: AnyActorScope = { ...never, self, system, actionExecutor: (action) => actions.push(action) };
	return [machine.transition(from, event, scope), actions];
}

const step = (from: SessionSnapshot, event: SessionEvent, at: number): Step => {
	clock.at = at;
	const [to, actions] = transition(from, event);
	return { from, event, to, refusals: refusalsIn(actions) };
};

const leftAlone = new WeakMap<SessionSnapshot, Map<number, SessionSnapshot>>();
/** What becomes of a state by the passing of time only. */
function untouched(from: SessionSnapshot): SessionSnapshot {
	const known = leftAlone.get(from) ?? new Map<number, SessionSnapshot>();
	const found = known.get(clock.at) ?? transition(from, { type: 'not an event of ours' } as never)[0];
	leftAlone.set(from, known.set(clock.at, found));
	return found;
}

/** The first promise that a step breaks, in words; nothing when it keeps them all. */
function brokenPromise({ from, event, to, refusals }: Step): string | undefined {
	const [before, after] = [top(from), top(to)];
	if (before === 'inSession' && after !== 'inSession' && after !== 'wiping') return 'a visit ends without a wipe';
	if (before === 'wiping' && (after === 'ready' || after === 'closed')) {
		if (event.type !== 'wipe finished' || !isDeepStrictEqual(event.record, provenRecord('started')))
			return 'a wipe without a proof frees the computer';
	} else if ((after === 'ready' || after === 'closed') && before !== 'ready' && before !== 'closed')
		return 'the computer is free without a wipe';
	if (after === 'inSession' && before !== 'inSession' && (before !== 'ready' || event.type !== 'start visit'))
		return 'a visit starts by itself';
	if (before === 'outOfOrder' && after !== 'outOfOrder') {
		if (after !== 'wiping') return 'out of order ends without a wipe';
		const mendsItself = event.type === 'clock is right' && from.context.outOfOrder === 'clock-wrong';
		if (event.type !== 'retry wipe' && !mendsItself) return 'out of order ends without staff';
	}
	if ((after === 'ready' || after === 'closed') && to.context.clockIsWrong) return 'it serves by a clock that is wrong';
	if (before === 'inSession' && after === 'inSession') {
		const [told, tells] = [from.context.visit.end?.at ?? Infinity, to.context.visit.end?.at ?? -Infinity];
		if (tells < told) return 'a visit ends earlier than was said';
	}
	if (after !== 'inSession' && after !== 'ready' && !isDeepStrictEqual(to.context.visit, nobody))
		return 'something of a visit is remembered after it';
	if (refusals > 0) {
		// The passing of time may move the time region by itself; the refused event may not.
		const { value, context } = untouched(from);
		if (!isDeepStrictEqual([to.value, to.context], [value, context])) return 'a refused event changes something';
	}
	const { sidesUsed } = to.context.visit;
	if (sidesUsed < 0 || sidesUsed > (limits.print.sidesPerVisit ?? Infinity)) return 'more is printed than is allowed';
	const state = stateView(to, surroundings);
	const portalMayShow = to.matches({ inSession: { presence: 'present', portal: { open: 'shown' } } });
	if (screenCoverage(state) === 'bar' && !portalMayShow) return 'the work area is bare without a portal';
	const seen =
		from.matches({ inSession: { portal: { open: 'shown' } } }) ||
		from.matches({ inSession: { portal: { open: 'hidden' } } });
	const otherPlace = to.context.visit.siteChannelId !== from.context.visit.siteChannelId;
	if (after === 'inSession' && seen && otherPlace && event.type !== 'leave and open')
		return 'a place that the customer was in is closed without a question';
	if (otherPlace && to.context.visit.chooser !== null) return 'a page asks for a file after its browser has ended';
	if (state.name === 'inSession' && state.screen.name === 'guide' && state.screen.answered > 3)
		return 'the guide asks more than it may';
	if (state.name === 'inSession' && state.screen.name === 'attach' && to.context.visit.chooser === null)
		return 'the tray answers a question nobody asks';
	return undefined;
}

const inWords = ({ from, event, to }: Step) =>
	`${JSON.stringify(from.value)} --${event.type}--> ${JSON.stringify(to.value)}`;

/** States that a transition only passes through on its way to the wipe. */
const passing = new Set(['session.inSession.presence.gone', 'session.inSession.time.over']);

const statesBelow = (node: typeof machine.root): (typeof machine.root)[] => [
	node,
	...Object.values(node.states).flatMap(statesBelow)
];

const walked = new Map<string, { states: Map<string, SessionSnapshot>; broken: string[] }>();

function walk(one: Region, other: Region) {
	const known = walked.get(`${one} ${other}`);
	if (known) return known;
	const moving = [...house, ...regions[one], ...regions[other]];
	const timed = [one, other].some((region) => region === 'time' || region === 'presence');
	const first = begin();
	const states = new Map([[keyOf(first), first]]);
	const broken: string[] = [];
	const queue = [first];
	for (let snapshot = queue.shift(); snapshot; snapshot = queue.shift())
		for (const event of timed ? [...moving, ...timersOf(snapshot)] : moving)
			for (const at of timed && (one === 'time' || other === 'time') ? moments : [openedAt]) {
				const taken = step(snapshot, event, at);
				const promise = brokenPromise(taken);
				if (promise) broken.push(`${promise}: ${inWords(taken)}`);
				const key = keyOf(taken.to);
				if (states.has(key)) continue;
				states.set(key, taken.to);
				queue.push(taken.to);
			}
	walked.set(`${one} ${other}`, { states, broken });
	return { states, broken };
}

const pairs = regionNames.flatMap((one, index) => regionNames.slice(index + 1).map((other) => [one, other] as const));

describe('every path of the chart', { timeout: 60_000 }, () => {
	it.each(pairs)('keeps its promises while %s and %s move', (one, other) => {
		const { states, broken } = walk(one, other);
		expect(broken).toEqual([]);
		const tops = new Set([...states.values()].map(top));
		expect([...tops].sort()).toEqual(['closed', 'inSession', 'outOfOrder', 'ready', 'starting', 'wiping']);
	});

	it('handles or visibly refuses every event in every state', () => {
		const reached = new Map(pairs.flatMap(([one, other]) => [...walk(one, other).states]));
		const unhandled = [...reached.values()].flatMap((snapshot) =>
			allEvents
				.filter((event) => machine.getTransitionData(snapshot, event).length === 0)
				.map((event) => `${JSON.stringify(snapshot.value)} does not know ${event.type}`)
		);
		expect(unhandled).toEqual([]);
		expect(reached.size).toBeGreaterThan(200);
	});

	it('reaches every state that the chart draws', () => {
		const reached = new Set(
			pairs
				.flatMap(([one, other]) => [...walk(one, other).states.values()])
				.flatMap(({ _nodes }) => _nodes.map(({ id }) => id))
		);
		const drawn = statesBelow(machine.root)
			.filter(({ type }) => type !== 'history')
			.map(({ id }) => id);
		expect(drawn.filter((id) => !reached.has(id) && !passing.has(id))).toEqual([]);
	});

	it('keeps its promises on random walks through all regions at once', () => {
		const choice = fc.record({ pick: fc.nat(), timer: fc.integer({ min: 0, max: 9 }), moment: fc.nat(3) });
		fc.assert(
			fc.property(fc.array(choice, { minLength: 30, maxLength: 80 }), (choices) => {
				let snapshot = step(begin(), { type: 'machine is prepared' }, openedAt).to;
				for (const { pick, timer, moment } of choices) {
					const timers = timersOf(snapshot);
					const event = timer === 0 ? timers[pick % Math.max(1, timers.length)] : undefined;
					const taken = step(snapshot, event ?? allEvents[pick % allEvents.length]!, moments[moment]!);
					const promise = brokenPromise(taken);
					if (promise) throw new Error(`${promise}: ${inWords(taken)}`);
					snapshot = taken.to;
				}
			}),
			{ numRuns: 200 }
		);
	});
});
