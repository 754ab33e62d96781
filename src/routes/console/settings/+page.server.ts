import { previewChange, saveChange } from '#lib/server/console/answer-change.ts';
import { limitFields, limitsChange } from '#lib/server/console/limits-form.ts';
import { readToEdit } from '#lib/server/console/read-to-edit.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import { typedForm } from '#lib/server/console/typed-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn, wrong } = await readToEdit(locals.console.kiosk);
	return { current: limitFields(configuration.kiosk), basedOn, wrong };
};

export const actions: Actions = {
	async preview({ locals, request }) {
		requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return previewChange(locals.console.kiosk, { ...form, change: limitsChange(form.fields) });
	},
	async save({ locals, request }) {
		const { name } = requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return saveChange(locals.console.kiosk, { ...form, change: limitsChange(form.fields) }, name);
	}
};
