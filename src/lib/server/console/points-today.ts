import type { PointToday } from '../../domain/console/point-today.ts';
import { scheduleToday } from '../../domain/console/schedule-today.ts';
import type { Configuration } from '../config/configuration.ts';
import { scheduleNames } from '../config/service-point-schema.ts';

const daysAhead = 14;

/** Every point at an instant (milliseconds since the epoch), this computer's own first. */
export function pointsToday({ servicePoint, servicePoints }: Configuration, now: number): readonly PointToday[] {
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	const others = [...servicePoints.values()].filter((point) => point.id !== servicePoint.id);
	return [servicePoint, ...others].map(({ id, name, address, place, schedules }) => ({
		id,
		name,
		address,
		timeZone: place.timeZone,
		here: id === servicePoint.id,
		schedules: scheduleNames.flatMap((kind) => {
			const schedule = schedules[kind];
			return schedule === undefined ? [] : [{ name: kind, today: scheduleToday(schedule, place, instant, daysAhead) }];
		})
	}));
}
