import { error } from '@sveltejs/kit';
import { changeActions } from '#lib/server/console/hours/change-actions.ts';
import { editable, findSchedule, pointsWith } from '#lib/server/console/hours/hours-page.ts';
import { readPoints, readSeason } from '#lib/server/console/hours/read-change.ts';
import { pointFields, seasonFields, weekFields } from '#lib/server/console/hours/written-fields.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn } = await editable(locals.console.kiosk);
	const { point, name, schedule } = findSchedule(configuration, params);
	const from = url.searchParams.get('from');
	const season = schedule.seasons.find((each) => each.from === from);
	if (from !== null && season === undefined) error(404, 'Not found');
	const isInherited = point.inherited.includes(name);
	return {
		point: { id: point.id, name: point.name, timeZone: point.place.timeZone },
		name,
		points: pointsWith(configuration, name),
		isInherited,
		seasons: schedule.seasons,
		fields: [
			...pointFields([isInherited ? 'defaults' : point.id]),
			...(season === undefined ? weekFields('season.weekly', schedule.weekly) : seasonFields(season))
		],
		basedOn
	};
};

export const actions: Actions = changeActions<RequestEvent>(
	(fields, { locals, params }) => {
		const configuration = locals.console.kiosk.configuration();
		const where = readPoints(fields, findSchedule(configuration, params).name, configuration);
		return where.ok ? readSeason(fields, where.value) : where;
	},
	({ params }) => `/console/hours/${params.point}/${params.schedule}`
);
