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

/** What the closed screen tells: the next opening here, and the other points. */
export function closedHoursAt({ servicePoint, servicePoints }: Configuration, now: number): ClosedHoursView {
	return {
		nextOpen: openingAt(servicePoint, now).nextOpen,
		nearest: servicePoint.nearest.flatMap((id) => {
			const other = servicePoints.get(id);
			if (!other) return [];
			const { open, nextOpen } = openingAt(other, now);
			return [{ name: other.name, address: other.address, openNow: open, nextOpen }];
		})
	};
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
