import { toOsmHours } from '#lib/domain/hours/exchange/osm-export.ts';
import { toSchemaOrg } from '#lib/domain/hours/exchange/schema-org-export.ts';
import { changeActions } from '#lib/server/console/hours/change-actions.ts';
import { editable, findSchedule, pointsWith } from '#lib/server/console/hours/hours-page.ts';
import { readPoints } from '#lib/server/console/hours/read-change.ts';
import { readImport } from '#lib/server/console/hours/read-import.ts';
import { pointFields } from '#lib/server/console/hours/written-fields.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn } = await editable(locals.console.kiosk);
	const { point, name, schedule } = findSchedule(configuration, params);
	const isInherited = point.inherited.includes(name);
	return {
		point: { id: point.id, name: point.name, timeZone: point.place.timeZone },
		name,
		points: pointsWith(configuration, name),
		isInherited,
		osm: toOsmHours(schedule, locals.consoleLanguage),
		schemaOrg: JSON.stringify(toSchemaOrg(schedule), null, 2),
		fields: [...pointFields([isInherited ? 'defaults' : point.id]), ['format', 'osm'] as const],
		basedOn
	};
};

export const actions: Actions = changeActions<RequestEvent>(
	(fields, { locals, params }) => {
		const configuration = locals.console.kiosk.configuration();
		const where = readPoints(fields, findSchedule(configuration, params).name, configuration);
		return where.ok ? readImport(fields, where.value) : where;
	},
	({ params }) => `/console/hours/${params.point}/${params.schedule}`
);
