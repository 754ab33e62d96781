import { error } from '@sveltejs/kit';
import { readSeason } from '#lib/server/console/hours/read-change.ts';
import { scheduleActions, scheduleForm } from '#lib/server/console/hours/schedule-form.ts';
import { seasonFields, weekFields } from '#lib/server/console/hours/written-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schedule, where, shown } = await scheduleForm(event);
	const from = event.url.searchParams.get('from');
	const season = schedule.seasons.find((each) => each.from === from);
	if (from !== null && season === undefined) error(404, 'Not found');
	const fields = season === undefined ? weekFields('season.weekly', schedule.weekly) : seasonFields(season);
	return { ...shown, seasons: schedule.seasons, fields: [...where, ...fields] };
};

export const actions: Actions = scheduleActions<RequestEvent>(readSeason);
