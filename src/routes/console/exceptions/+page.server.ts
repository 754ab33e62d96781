import { exceptionRuns } from '#lib/domain/hours/calendar-day.ts';
import { scheduleNames } from '#lib/server/config/service-point-schema.ts';
import { undo } from '#lib/server/console/hours/change-actions.ts';
import { newsOf, todayAt } from '#lib/server/console/hours/hours-page.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requireRole(locals, 'administrator');
	const { kiosk } = locals.console;
	const { servicePoints, servicePoint } = kiosk.configuration();
	const exceptions = [...servicePoints.values()].flatMap((point) =>
		scheduleNames.flatMap((schedule) =>
			exceptionRuns(point.schedules[schedule]?.exceptions ?? [])
				.filter(({ to }) => to >= todayAt(point, kiosk.clock.now()).toString())
				.map((run) => ({ ...run, pointId: point.id, pointName: point.name, schedule }))
		)
	);
	return {
		exceptions: exceptions.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)),
		timeZone: servicePoint.place.timeZone,
		news: newsOf(url, kiosk)
	};
};

export const actions: Actions = { undo };
