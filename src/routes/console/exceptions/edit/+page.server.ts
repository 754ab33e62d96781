import { exceptionRuns, type ExceptionRun } from '#lib/domain/hours/calendar-day.ts';
import type { TypedFields } from '#lib/domain/console/typed-fields.ts';
import { scheduleNames } from '#lib/server/config/service-point-schema.ts';
import { changeActions } from '#lib/server/console/hours/change-actions.ts';
import { editable, pointsWith, todayAt } from '#lib/server/console/hours/hours-page.ts';
import { readException, readPoints, readSchedule } from '#lib/server/console/hours/read-change.ts';
import { intervalFields, pointFields, textFields } from '#lib/server/console/hours/written-fields.ts';
import { fieldOf } from '#lib/domain/console/typed-fields.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireRole(locals, 'administrator');
	const { kiosk } = locals.console;
	const { configuration, basedOn } = await editable(kiosk);
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const point = configuration.servicePoints.get(asked('point')) ?? configuration.servicePoint;
	const name = readSchedule(asked('schedule')) ?? 'selfService';
	const date = asked('date');
	const runs = exceptionRuns(point.schedules[name]?.exceptions ?? []);
	const run = runs.find(({ from, to }) => from <= date && date <= to);
	const chosen = asked('point') === '' ? [] : [point.inherited.includes(name) ? 'defaults' : point.id];
	const fields: TypedFields = [
		...pointFields(chosen),
		['schedule', name],
		...(run === undefined
			? ([
					['from', date],
					['to', asked('to')],
					['opening', 'closed']
				] as const)
			: storedFields(run))
	];
	return {
		schedules: scheduleNames
			.map((each) => ({ name: each, points: pointsWith(configuration, each) }))
			.filter(({ points }) => points.length > 0),
		timeZone: point.place.timeZone,
		today: todayAt(point, kiosk.clock.now()).toString(),
		fields,
		basedOn
	};
};

const storedFields = ({ from, to, exception: { intervals, reason } }: ExceptionRun): TypedFields => [
	['from', from],
	['to', to === from ? '' : to],
	['stored', `${from}/${to}`],
	['opening', intervals.length === 0 ? 'closed' : 'hours'],
	...intervalFields('hours', intervals),
	...(reason === undefined ? [] : textFields('reason', reason))
];

export const actions: Actions = changeActions<RequestEvent>(
	(fields, { locals }) => {
		const schedule = readSchedule(fieldOf(fields, 'schedule'));
		if (schedule === null) return { ok: false, fault: [{ path: 'schedule', kind: 'missing' }] };
		const where = readPoints(fields, schedule, locals.console.kiosk.configuration());
		return where.ok ? readException(fields, where.value) : where;
	},
	(_, { points, schedule }) =>
		points.length === 1 && points[0] !== 'defaults' ? `/console/hours/${points[0]}/${schedule}` : '/console/exceptions'
);
