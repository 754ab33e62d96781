import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningHours } from './session-devices.ts';
import { createSimulatedHouse, limits } from './testing/simulated-house.ts';

const minute = 60_000;
const hour = 60 * minute;
const openedAt = Date.UTC(2026, 10, 23, 7, 0);
const openUntil = (closesAt: number): OpeningHours => ({ open: true, closesAt, nextOpen: null });
const closed: OpeningHours = { open: false, closesAt: null, nextOpen: null };

type House = ReturnType<typeof createSimulatedHouse>;

/** A visit of somebody who stays at the machine, begun at 7:00; the session limit ends it at 8:00. */
const visitUntil = async (closesAt: number) => {
	const house = createSimulatedHouse({ hours: openUntil(closesAt) });
	await house.startVisit();
	return house;
};
const stay = async (house: House, minutes: number) => {
	for (let passed = 0; passed < minutes; passed++) {
		house.session.customerActed();
		await house.pass(minute);
	}
};
/** What the bar counts down, in minutes. */
const minutesLeft = (house: House) => (house.visit().time.endsAt - house.session.view().now) / minute;

describe('the hours are changed during a visit', () => {
	it.each([
		['shortened to half past seven', openUntil(openedAt + 30 * minute)],
		['closed from now on', closed]
	])('%s: the visit goes on until the end that was told', async (_, hours) => {
		const house = await visitUntil(openedAt + 3 * hour);
		await stay(house, 10);
		house.session.hoursChanged(hours);
		const told = { endsAt: openedAt + hour, because: 'limit' };
		expect(house.visit().time).toEqual({ state: 'running', ...told, warnedMinutes: null });
		await stay(house, 49);
		expect(house.visit().time).toEqual({ state: 'ending soon', ...told, warnedMinutes: 1 });
		await stay(house, 1);
		expect(house.state().name).toBe('wiping');
	});

	it('prolonged: the visit may last up to the session limit', async () => {
		const house = await visitUntil(openedAt + 20 * minute);
		await stay(house, 12);
		expect(house.visit().time).toMatchObject({ state: 'ending soon', warnedMinutes: 10 });
		house.session.hoursChanged(openUntil(openedAt + 3 * hour));
		expect(house.visit().time).toEqual({
			state: 'running',
			endsAt: openedAt + hour,
			because: 'limit',
			warnedMinutes: null
		});
	});

	it('prolonged in the grace: the visit goes on', async () => {
		const house = await visitUntil(openedAt + 20 * minute);
		await stay(house, 21);
		expect(house.visit().time).toMatchObject({ state: 'grace', endsAt: openedAt + 22 * minute });
		house.session.hoursChanged(openUntil(openedAt + 40 * minute));
		expect(house.visit().time).toEqual({
			state: 'running',
			endsAt: openedAt + 40 * minute,
			because: 'closing',
			warnedMinutes: null
		});
	});

	it('prolonged by less than the grace: the end of the grace stays', async () => {
		const house = await visitUntil(openedAt + 20 * minute);
		await stay(house, 20);
		const inGrace = { state: 'grace', endsAt: openedAt + 22 * minute, because: 'closing', warnedMinutes: 1 };
		house.session.hoursChanged(openUntil(openedAt + 21 * minute));
		expect(house.visit().time).toEqual(inGrace);
		house.session.hoursChanged(closed);
		await stay(house, 1);
		expect(house.visit().time).toEqual(inGrace);
		await stay(house, 1);
		expect(house.state().name).toBe('wiping');
		await house.wiped();
		expect(house.state().name).toBe('closed');
	});
});

describe('the clock is set during a visit', () => {
	it('forward by two hours, past closing time: nobody is thrown out', async () => {
		const house = await visitUntil(openedAt + 30 * minute);
		await stay(house, 10);
		house.setClock(2 * hour);
		house.session.hoursChanged(closed);
		expect(minutesLeft(house)).toBe(20);
		expect(house.session.view().now).toBe(house.clock.now());
		await stay(house, 20);
		expect(house.visit().time).toMatchObject({ state: 'grace', because: 'closing' });
		await stay(house, 2);
		expect(house.state().name).toBe('wiping');
	});

	it('back by two hours: closing time comes later, the session limit does not', async () => {
		const house = await visitUntil(openedAt + 30 * minute);
		await stay(house, 10);
		house.setClock(-2 * hour);
		house.session.hoursChanged(openUntil(openedAt + 30 * minute));
		expect(minutesLeft(house)).toBe(50);
		await stay(house, 49);
		expect(house.visit().time).toMatchObject({ state: 'ending soon', because: 'limit' });
		await stay(house, 1);
		expect(house.state().name).toBe('wiping');
	});

	it('before anybody has noticed: what is left is still counted right', async () => {
		const house = await visitUntil(openedAt + 30 * minute);
		house.setClock(2 * hour);
		house.session.command({ type: 'go to', screen: 'papers' });
		expect(minutesLeft(house)).toBe(30);
	});

	it('sends every screen the new time, also where nothing else changes', async () => {
		const house = createSimulatedHouse({ hours: closed });
		await house.settle();
		await house.wiped();
		const told: number[] = [];
		house.session.subscribe(({ now }) => told.push(now));
		house.setClock(-hour);
		house.session.hoursChanged(closed);
		house.sleep(minute);
		house.session.machineSlept(minute);
		expect(told).toEqual([openedAt, openedAt - hour, openedAt - hour + minute]);
	});
});

describe('the machine is suspended during a visit', () => {
	it('for a minute: the papers are hidden, it asks, and the minute has gone by', async () => {
		const house = await visitUntil(openedAt + 30 * minute);
		house.portal.warmed();
		house.session.command({ type: 'go to', screen: 'papers' });
		await stay(house, 10);
		house.sleep(minute);
		house.session.machineSlept(minute);
		expect(house.visit()).toMatchObject({
			presence: { state: 'asked', answerBy: openedAt + 12 * minute },
			screen: { name: 'papers' },
			portal: { state: 'warm' }
		});
		expect(minutesLeft(house)).toBe(19);
		house.session.command({ type: 'I am here' });
		await stay(house, 9);
		expect(house.visit().time).toMatchObject({ state: 'ending soon', warnedMinutes: 10 });
		await stay(house, 10);
		expect(house.visit().time).toMatchObject({ state: 'grace' });
	});

	it('while it asks: the answer has its full time again', async () => {
		const house = await visitUntil(openedAt + 3 * hour);
		await house.pass(5 * minute + 40_000);
		house.sleep(minute);
		house.session.machineSlept(minute);
		await house.pass(59_000);
		expect(house.visit().presence.state).toBe('asked');
		await house.pass(1000);
		expect(house.state().name).toBe('wiping');
	});

	it('for longer than it would have waited for an answer: the visit is over', async () => {
		const house = await visitUntil(openedAt + 3 * hour);
		house.sleep(hour / 2);
		house.session.machineSlept(hour / 2);
		expect(house.state().name).toBe('wiping');
	});

	it('beyond the end that was told: the visit is over although somebody answers', async () => {
		const house = await visitUntil(openedAt + 3 * hour);
		await stay(house, 57);
		house.sleep(5 * minute);
		house.session.machineSlept(5 * minute);
		house.session.command({ type: 'I am here' });
		await house.pass(0);
		expect(house.state().name).toBe('wiping');
	});

	it('in the grace: the grace is not begun anew', async () => {
		const house = await visitUntil(openedAt + 20 * minute);
		await stay(house, 20);
		house.sleep(minute);
		house.session.machineSlept(minute);
		expect(minutesLeft(house)).toBe(1);
		house.session.command({ type: 'I am here' });
		await house.pass(minute);
		expect(house.state().name).toBe('wiping');
	});

	it('before a visit: the language that somebody chose is forgotten', async () => {
		const house = createSimulatedHouse();
		await house.settle();
		await house.wiped();
		house.session.command({ type: 'choose language', language: 'sv' });
		house.session.machineSlept(minute);
		expect(house.state()).toMatchObject({ name: 'ready', language: null });
	});
});

describe('a clock that is obviously wrong', () => {
	it('at the start: what was left is wiped, nobody is served, and it comes back by itself', async () => {
		const house = createSimulatedHouse({ clockIsWrong: true });
		await house.settle();
		await house.wiped();
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'clock-wrong' });
		expect(house.session.command({ type: 'choose language', language: 'fi' })).toEqual({
			accepted: false,
			refusal: 'not-now'
		});
		house.session.clockLooked(false);
		await house.wiped();
		expect(house.state().name).toBe('ready');
		expect(house.wipes).toEqual(['started', 'clock-right-again']);
	});

	it.each([
		['ready', openUntil(openedAt + hour)],
		['closed', closed]
	])('while %s: out of order with the reason, and back through a wipe', async (name, hours) => {
		const house = createSimulatedHouse({ hours });
		await house.settle();
		await house.wiped();
		house.session.clockLooked(true);
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'clock-wrong' });
		house.session.clockLooked(false);
		expect(house.state().name).toBe('wiping');
		await house.wiped();
		expect(house.state().name).toBe(name);
	});

	it('in a visit: the visit lasts as long as was told, then the computer is out of order', async () => {
		const house = await visitUntil(openedAt + 3 * hour);
		await stay(house, 10);
		house.setClock(-openedAt);
		house.session.clockLooked(true);
		house.session.command({ type: 'go to', screen: 'papers' });
		expect(minutesLeft(house)).toBe(50);
		await stay(house, 49);
		expect(house.state().name).toBe('inSession');
		await stay(house, 1);
		await house.wiped();
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'clock-wrong' });
	});

	it('that is right again mends no other fault: that takes staff', async () => {
		const house = createSimulatedHouse({ clockIsWrong: true });
		await house.settle();
		await house.wiped('tray');
		house.session.clockLooked(false);
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'wipe-not-proven' });
		house.session.staff({ type: 'retry wipe' });
		await house.wiped();
		expect(house.state().name).toBe('ready');
	});

	it('stays the reason when staff have it wiped again too early', async () => {
		const house = createSimulatedHouse({ clockIsWrong: true });
		await house.settle();
		await house.wiped();
		house.session.staff({ type: 'retry wipe' });
		await house.wiped();
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'clock-wrong' });
	});
});

it('never ends a visit earlier than it said, whatever is done to hours and clock', async () => {
	const byMs = fc.integer({ min: -3 * hour, max: 3 * hour });
	const change = fc.oneof(
		fc.record({ kind: fc.constant('hours' as const), closesInMs: fc.option(fc.integer({ min: 1, max: 3 * hour })) }),
		fc.record({
			kind: fc.constant('clock' as const),
			byMs,
			closesInMs: fc.option(fc.integer({ min: 1, max: 3 * hour }))
		}),
		fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 1000, max: limits.idleMs }) }),
		fc.record({ kind: fc.constant('stay' as const), minutes: fc.integer({ min: 1, max: 15 }) })
	);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.array(change, { maxLength: 20 }), async (open, changes) => {
			const house = await visitUntil(openedAt + open * minute);
			let told = house.clock.steady() + minutesLeft(house) * minute;
			const look = () => {
				if (house.state().name !== 'inSession') {
					expect(house.clock.steady()).toBeGreaterThanOrEqual(told);
					return false;
				}
				const tells = house.clock.steady() + (house.visit().time.endsAt - house.clock.now());
				expect(tells).toBeGreaterThanOrEqual(told);
				told = tells;
				return true;
			};
			const hoursFor = (closesInMs: number | null) =>
				closesInMs === null ? closed : openUntil(house.clock.now() + closesInMs);
			for (const done of changes) {
				if (done.kind === 'clock') house.setClock(done.byMs);
				if (done.kind === 'clock' || done.kind === 'hours') house.session.hoursChanged(hoursFor(done.closesInMs));
				if (done.kind === 'sleep') {
					house.sleep(done.ms);
					house.session.machineSlept(done.ms);
					house.session.command({ type: 'I am here' });
				}
				if (done.kind === 'stay') await stay(house, done.minutes);
				if (!look()) return;
			}
		}),
		{ numRuns: 60 }
	);
});
