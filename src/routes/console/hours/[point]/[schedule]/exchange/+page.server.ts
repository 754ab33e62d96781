import { toOsmHours } from '#lib/domain/hours/exchange/osm-export.ts';
import { toSchemaOrg } from '#lib/domain/hours/exchange/schema-org-export.ts';
import { readImport } from '#lib/server/console/hours/read-import.ts';
import { scheduleActions, scheduleForm } from '#lib/server/console/hours/schedule-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schedule, where, shown } = await scheduleForm(event);
	return {
		...shown,
		osm: toOsmHours(schedule, event.locals.consoleLanguage),
		schemaOrg: JSON.stringify(toSchemaOrg(schedule), null, 2),
		fields: [...where, ['format', 'osm'] as const]
	};
};

export const actions: Actions = scheduleActions<RequestEvent>(readImport);
