import { hoursState } from '../../domain/hours/hours-state.ts';
import type { HoursPlace, Schedule } from '../../domain/hours/schedule.ts';
import type { OpeningHours } from '../../session/session-devices.ts';
import type { ClosedHoursView, OtherPointView, ServiceHoursView } from '../../session/session-view.ts';
import type { Configuration, ServicePoint } from '../config/configuration.ts';
import { takeAlongAddresses } from './take-along.ts';

/** Whether the customer computers of this point are open at an instant (milliseconds since the epoch). */
export function openingAt({ schedules, place }: ServicePoint, now: number): OpeningHours {
	const { state, until, nextOpen } = hoursState(
		schedules.selfService,
		place,
		Temporal.Instant.fromEpochMilliseconds(now)
	);
	const open = state === 'open';
	return {
		open,
		closesAt: open ? (until?.epochMilliseconds ?? null) : null,
		nextOpen: open ? null : (nextOpen?.epochMilliseconds ?? null)
	};
}

/** What the closed screen tells: why, the next opening here, the other points, the phone, and what to take along. */
export function closedHoursAt(configuration: Configuration, now: number): ClosedHoursView {
	const { servicePoint } = configuration;
	const { place, schedules } = servicePoint;
	const { rule } = hoursState(schedules.selfService, place, Temporal.Instant.fromEpochMilliseconds(now));
	const nearest = otherPointsAt(configuration, now);
	const codes = ['portal', 'phone', ...nearest.slice(0, 1).map(({ id }) => `route-${id}`)];
	const addresses = takeAlongAddresses(configuration);
	return {
		why: { kind: 'hours', rule },
		nextOpen: openingAt(servicePoint, now).nextOpen,
		nearest,
		phone: schedules.phone ? serviceAt(schedules.phone, place, now) : null,
		takeAlong: codes.flatMap((id) => {
			const address = addresses.get(id);
			return address === undefined ? [] : [{ id, address }];
		})
	};
}

function otherPointsAt({ servicePoint, servicePoints }: Configuration, now: number): readonly OtherPointView[] {
	const others = servicePoint.nearest.flatMap((id): OtherPointView[] => {
		const other = servicePoints.get(id);
		if (!other) return [];
		const { name, address, place, schedules } = other;
		return [{ id, name, address, ...serviceAt(schedules.selfService, place, now) }];
	});
	const opens = ({ openNow, nextOpen }: OtherPointView) => (openNow ? now : (nextOpen ?? Infinity));
	return others.toSorted((one, other) => (opens(one) === opens(other) ? 0 : opens(one) - opens(other)));
}

function serviceAt(schedule: Schedule, place: HoursPlace, now: number): ServiceHoursView {
	const { state, until, nextOpen } = hoursState(schedule, place, Temporal.Instant.fromEpochMilliseconds(now));
	return state === 'open'
		? { openNow: true, until: until?.epochMilliseconds ?? null, nextOpen: null }
		: { openNow: false, until: null, nextOpen: nextOpen?.epochMilliseconds ?? null };
}

export const alwaysOpen: OpeningHours = { open: true, closesAt: null, nextOpen: null };

export interface HoursWatchOptions {
	readonly now: () => number;
	readonly openingAt: (now: number) => OpeningHours;
	readonly onChange: (hours: OpeningHours) => void;
	/** Calls back every `ms` milliseconds; returns how to stop. Real time unless a test gives its own. */
	readonly every?: (run: () => void, ms: number) => () => void;
}

/**
 * Follows the hours by looking every second rather than by one long timer: a clock that is set, a suspended machine and a changed
 * configuration all show at the next look. Returns how to stop.
 */
export function watchHours({ now, openingAt: opening, onChange, every = eachInterval }: HoursWatchOptions): () => void {
	let told = opening(now());
	return every(() => {
		const hours = opening(now());
		if (hours.open === told.open && hours.closesAt === told.closesAt && hours.nextOpen === told.nextOpen) return;
		told = hours;
		onChange(hours);
	}, 1000);
}

const eachInterval = (run: () => void, ms: number) => {
	const timer = setInterval(run, ms);
	return () => clearInterval(timer);
};
