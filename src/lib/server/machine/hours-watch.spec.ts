import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedHouse } from '../../session/testing/simulated-house.ts';
import { loadConfiguration, type Configuration } from '../config/configuration.ts';
import { watchHours } from './hours-watch.ts';
import { openingAt } from './opening.ts';

const loaded = await loadConfiguration('kiosk-config');
if (!loaded.ok) throw new Error('the configuration of this repository does not load');
const configuration: Configuration = loaded.value;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const opening = (now: number) => openingAt(configuration.servicePoint, now);
const time = (instant: number) =>
	Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Helsinki').toPlainTime().toString();

/** A kiosk in Tornio, open Monday and Tuesday 9–12, that begins on Monday 23 November 2026 at 9:00, on its own watch. */
let house: ReturnType<typeof createSimulatedHouse>;
let told: string[];
let minutes: string[];
let stop: () => void;
beforeEach(async () => {
	house = createSimulatedHouse({ hours: opening(Date.UTC(2026, 10, 23, 7)) });
	const { session, clock, timers } = house;
	told = [];
	minutes = [];
	stop = watchHours({
		clock,
		awake: () => timers.now(),
		openingAt: opening,
		isWrong: (now) => now < Date.UTC(2026, 0, 1),
		after: (run, ms) => {
			const timer = timers.setTimeout(run, ms);
			return () => timers.clearTimeout(timer);
		},
		hoursChanged(hours) {
			told.push(`${time(clock.now())} ${hours.open ? 'open' : 'closed'}`);
			session.hoursChanged(hours);
		},
		clockWasSet: (byMs) => told.push(`set by ${byMs / second} s`),
		machineSlept(ms) {
			told.push(`slept ${ms / second} s`);
			session.machineSlept(ms);
		},
		clockLooked(isWrong) {
			told.push(isWrong ? 'wrong' : 'right');
			session.clockLooked(isWrong);
		},
		minutePassed: () => minutes.push(time(clock.now()))
	});
	await pass(second);
	expect(told.splice(0)).toEqual(['09:00:01 open', 'right']);
});

/** Lets time pass in steps, so that each timer runs at its own moment. */
const pass = async (ms: number, step = second) => {
	for (let passed = 0; passed < ms; passed += step) await house.pass(Math.min(step, ms - passed));
};
const stay = async (ms: number) => {
	for (let passed = 0; passed < ms; passed += minute) {
		house.session.customerActed();
		await pass(Math.min(minute, ms - passed));
	}
};
const toReady = async () => {
	await house.settle();
	await house.wiped();
	expect(house.state().name).toBe('ready');
};

describe('the watch over hours and clock', () => {
	it('closes and opens at the very second, wherever in a second it was started', async () => {
		await toReady();
		await pass(2 * hour + 58 * minute, minute);
		house.setClock(-370);
		await pass(2 * minute, 10);
		expect(told).toEqual(['12:00:00 closed']);
		house.setClock(20 * hour + 59 * minute + 370);
		await pass(2 * minute, 10);
		expect(told.slice(1)).toEqual(['set by 75540 s', '08:59:01.37 closed', '09:00:00 open']);
		expect(house.state().name).toBe('ready');
	});

	it('ends no visit when the clock is set forward, past closing time', async () => {
		await house.startVisit();
		await stay(10 * minute);
		house.setClock(3 * hour);
		await stay(49 * minute);
		expect(told).toEqual(['set by 10800 s', '12:10:02 closed']);
		expect(house.visit().time).toMatchObject({ state: 'ending soon', because: 'limit' });
		await stay(minute);
		await house.wiped();
		expect(house.state().name).toBe('closed');
	});

	it('takes neither slow reading nor slewing for a clock that was set', async () => {
		for (let slew = 0; slew < 10; slew++) {
			house.setClock(slew % 2 === 0 ? 400 : -400);
			await pass(2 * second);
		}
		expect(told).toEqual([]);
	});

	it('notices small settings once they add up', async () => {
		house.setClock(300);
		await pass(2 * second);
		house.setClock(300);
		await pass(2 * second);
		expect(told[0]).toBe('set by 0.6 s');
	});

	it('asks after a short suspend, ends the visit after a long one, and opens by the time that it is then', async () => {
		await house.startVisit();
		house.sleep(minute);
		await pass(second);
		expect(house.visit().presence.state).toBe('asked');
		house.session.command({ type: 'I am here' });
		house.sleep(4 * hour);
		await pass(second);
		expect(told).toEqual(['slept 60 s', 'slept 14400 s', '13:01:03 closed']);
		await house.wiped();
		expect(house.state().name).toBe('closed');
	});

	it('goes out of order when the clock falls to 1970, and comes back by itself', async () => {
		await toReady();
		const toEpoch = house.clock.now();
		house.setClock(-toEpoch);
		await pass(30 * second);
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'clock-wrong' });
		house.setClock(toEpoch + minute);
		await pass(second);
		expect(told).toEqual(['wrong', 'set by 60 s', '09:01:32 open', 'right']);
		await house.wiped();
		expect(house.state().name).toBe('ready');
	});

	it('tells each full minute, at which other points may open', async () => {
		await pass(3 * minute);
		expect(minutes).toEqual(['09:00:01', '09:01:00', '09:02:00', '09:03:00']);
	});

	it('looks no more once it is stopped', async () => {
		stop();
		await pass(4 * hour, minute);
		expect(told).toEqual([]);
	});
});
