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

/** The hours of a computer that staff closed by hand. At `until` it opens by itself if the hours say open then; null: only by hand. */
export function closedByHand(until: number | null, opening: (now: number) => OpeningHours): OpeningHours {
	const then = until === null ? null : opening(until);
	return { open: false, closesAt: null, nextOpen: then === null ? null : then.open ? until : then.nextOpen };
}

/**
 * What the closed screen tells: why, the next opening here, the other points, the phone, and what to take along. `byHand`: the
 * hours that staff have set by hand.
 */
export function closedHoursAt(
	configuration: Configuration,
	now: number,
	byHand: OpeningHours | null = null
): ClosedHoursView {
	const { servicePoint } = configuration;
	const { place, schedules } = servicePoint;
	const { rule } = hoursState(schedules.selfService, place, Temporal.Instant.fromEpochMilliseconds(now));
	const nearest = otherPointsAt(configuration, now);
	const codes = ['portal', 'phone', ...nearest.slice(0, 1).map(({ id }) => `route-${id}`)];
	const addresses = takeAlongAddresses(configuration);
	return {
		why: byHand === null ? { kind: 'hours', rule } : { kind: 'by hand' },
		nextOpen: (byHand ?? openingAt(servicePoint, now)).nextOpen,
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
