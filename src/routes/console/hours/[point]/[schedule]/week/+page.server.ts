import { readWeeklyHours } from '#lib/server/console/hours/read-change.ts';
import { scheduleActions, scheduleForm } from '#lib/server/console/hours/schedule-form.ts';
import { weekFields } from '#lib/server/console/hours/written-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schedule, where, shown } = await scheduleForm(event);
	return { ...shown, weekly: schedule.weekly, fields: [...where, ...weekFields('weekly', schedule.weekly)] };
};

export const actions: Actions = scheduleActions<RequestEvent>(readWeeklyHours);
