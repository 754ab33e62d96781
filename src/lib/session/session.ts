import { isDeepStrictEqual } from 'node:util';
import { createActor, type Actor } from 'xstate';
import type { CommandAnswer, Refusal, SessionCommand, StaffCommand } from './session-command.ts';
import type { OpeningHours, SessionDevices, SessionLimits } from './session-devices.ts';
import type { SessionEmission, SessionEvent } from './session-events.ts';
import { createSessionMachine, type SessionMachine } from './session-machine.ts';
import type { PointView, SessionView, StateView, TrialView } from './session-view.ts';
import { rememberedOf, stateView, type Surroundings } from './view-of.ts';

/** The one authority of a customer computer, as everything outside knows it. */
export interface Session {
	view(): SessionView;
	/** Calls back at once and after each change. Returns how to stop. */
	subscribe(listener: (view: SessionView) => void): () => void;
	/** What a customer's screen asks for. A refused command changes nothing. */
	command(command: SessionCommand): CommandAnswer;
	/** What staff ask for; never reachable from the customer listener. */
	staff(command: StaffCommand): CommandAnswer;
	/** Somebody is at keyboard, pointer or touch. */
	customerActed(): void;
	screenLost(): void;
	/** The hours, told again also when the wall clock was set. */
	hoursChanged(hours: OpeningHours): void;
	/** From the next visit on; the running one keeps what its customer was told. */
	limitsChanged(limits: SessionLimits): void;
	/** The machine was suspended for so many milliseconds. */
	machineSlept(ms: number): void;
	/** Whether the wall clock can be believed at all. */
	clockLooked(isWrong: boolean): void;
	/** What the view takes from the house may have changed (`Surroundings`): screens get it anew if it has. */
	surroundingsChanged(): void;
	/** The kinds of things the session still remembers of a customer; empty once forgotten. */
	remembered(): readonly string[];
	/** Begins: it prepares and wipes first of all. */
	start(): void;
	stop(): void;
}

export interface SessionOptions extends Surroundings {
	readonly devices: SessionDevices;
	readonly limits: SessionLimits;
	readonly hours: OpeningHours;
	readonly clockIsWrong: boolean;
	readonly point: PointView;
	readonly trial: TrialView;
	/** Drives the machine's timers; real time unless a test gives its own. */
	readonly timers?: { setTimeout(callback: () => void, ms: number): unknown; clearTimeout(id: unknown): void };
	readonly onRefused?: (emission: SessionEmission) => void;
}

/** A session that waits for its start. */
export function createSession(options: SessionOptions): Session {
	const { devices, limits, hours, clockIsWrong, timers } = options;
	const { clock } = devices;
	const actor: Actor<SessionMachine> = createActor(createSessionMachine(devices, limits), {
		input: { clock, limits, hours, clockIsWrong },
		...(timers ? { clock: timers as NonNullable<Parameters<typeof createActor>[1]>['clock'] } : {})
	});

	let sequence = 0;
	let view = viewOf(stateView(actor.getSnapshot(), options));
	const listeners = new Set<(view: SessionView) => void>();

	function viewOf(state: StateView): SessionView {
		sequence += 1;
		const { point, trial } = options;
		// As the session reckons it: times in the state are counted from here, also when the wall clock was set a moment ago.
		const now = clock.steady() + actor.getSnapshot().context.wallAhead;
		return { sequence, now, point, trial, state };
	}

	const publish = (state: StateView) => {
		view = viewOf(state);
		for (const listener of listeners) listener(view);
	};

	let refusal: Refusal | undefined;
	actor.on('refused', (emission) => {
		refusal = emission.refusal;
		options.onRefused?.(emission);
	});
	const look = () => {
		const state = stateView(actor.getSnapshot(), options);
		// A moved pointer changes the machine every second, but nothing that a screen shows.
		if (isDeepStrictEqual(state, view.state)) return;
		publish(state);
	};
	actor.subscribe(look);
	const stopFollowingTray = devices.tray.onChange((contents) => actor.send({ type: 'papers changed', contents }));

	/** What moves a clock goes out even where it changes nothing else: screens count from the last `now`. */
	const timeMoved = (event: SessionEvent) => {
		const before = sequence;
		actor.send(event);
		if (sequence === before) publish(view.state);
	};

	const answer = (event: SessionEvent): CommandAnswer => {
		refusal = undefined;
		actor.send(event);
		return refusal === undefined ? { accepted: true } : { accepted: false, refusal };
	};

	return {
		view: () => view,
		subscribe(listener) {
			listeners.add(listener);
			listener(view);
			return () => listeners.delete(listener);
		},
		command(command) {
			const answered = answer(command);
			// A press is a sign of life even where it was refused.
			if (actor.getSnapshot().matches('inSession')) actor.send({ type: 'customer pressed' });
			return answered;
		},
		staff: answer,
		customerActed: () => actor.send({ type: 'customer acted' }),
		screenLost: () => actor.send({ type: 'screen was lost' }),
		limitsChanged: (next) => actor.send({ type: 'limits changed', limits: next }),
		hoursChanged: (next) => timeMoved({ type: 'hours changed', hours: next }),
		machineSlept: (ms) => timeMoved({ type: 'machine slept', ms }),
		clockLooked: (isWrong) => actor.send({ type: isWrong ? 'clock is wrong' : 'clock is right' }),
		surroundingsChanged: look,
		remembered: () => rememberedOf(actor.getSnapshot().context),
		start: () => void actor.start(),
		stop() {
			stopFollowingTray();
			actor.stop();
		}
	};
}
