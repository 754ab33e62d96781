import { calendarDays, exceptionRuns } from '#lib/domain/hours/calendar-day.ts';
import { undo } from '#lib/server/console/hours/change-actions.ts';
import { findSchedule, newsOf, todayAt } from '#lib/server/console/hours/hours-page.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad } from './$types';

/** Public holidays of these years are at hand; further off a library of 40 MB would be loaded to name them. */
const yearsBack = 1;
const yearsAhead = 2;

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { role } = requireRole(locals, 'staff');
	const { kiosk } = locals.console;
	const { point, name, schedule } = findSchedule(kiosk.configuration(), params);
	const today = todayAt(point, kiosk.clock.now());
	const wanted = Number(url.searchParams.get('year') ?? today.year);
	const [firstYear, lastYear] = [today.year - yearsBack, today.year + yearsAhead];
	const year = Number.isInteger(wanted) ? Math.min(Math.max(wanted, firstYear), lastYear) : today.year;
	const january = new Temporal.PlainDate(year, 1, 1);
	return {
		mayEdit: role === 'administrator',
		point: { id: point.id, name: point.name, timeZone: point.place.timeZone },
		name,
		isInherited: point.inherited.includes(name),
		schedule: {
			weekly: schedule.weekly,
			publicHolidays: schedule.publicHolidays,
			seasons: schedule.seasons.toSorted((one, other) => (one.from < other.from ? -1 : 1))
		},
		exceptions: exceptionRuns(schedule.exceptions),
		today: today.toString(),
		year: { year, firstYear, lastYear, days: calendarDays(schedule, point.place, january, january.daysInYear) },
		news: newsOf(url, kiosk)
	};
};

export const actions: Actions = { undo };
