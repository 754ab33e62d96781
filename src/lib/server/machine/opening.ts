import { hoursState } from '../../domain/hours/hours-state.ts';
import type { OpeningHours } from '../../session/session-devices.ts';
import type { ClosedHoursView } from '../../session/session-view.ts';
import type { Configuration, ServicePoint } from '../config/configuration.ts';

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

/** What the closed screen tells: why, the next opening here, and the other points. `byHand`: the hours that staff have set by hand. */
export function closedHoursAt(
	{ servicePoint, servicePoints }: Configuration,
	now: number,
	byHand: OpeningHours | null = null
): ClosedHoursView {
	const { schedules, place } = servicePoint;
	const { rule } = hoursState(schedules.selfService, place, Temporal.Instant.fromEpochMilliseconds(now));
	return {
		why: byHand === null ? { kind: 'hours', rule } : { kind: 'by hand' },
		nextOpen: (byHand ?? openingAt(servicePoint, now)).nextOpen,
		nearest: servicePoint.nearest.flatMap((id) => {
			const other = servicePoints.get(id);
			if (!other) return [];
			const { open, nextOpen } = openingAt(other, now);
			return [{ name: other.name, address: other.address, openNow: open, nextOpen }];
		})
	};
}

export const alwaysOpen: OpeningHours = { open: true, closesAt: null, nextOpen: null };
