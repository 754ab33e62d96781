import { error } from '@sveltejs/kit';
import { previewChange, saveChange } from '#lib/server/console/answer-change.ts';
import { channelChange, channelFields } from '#lib/server/console/channels-form.ts';
import { readToEdit } from '#lib/server/console/read-to-edit.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import { typedForm } from '#lib/server/console/typed-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn, wrong } = await readToEdit(locals.console.kiosk);
	const channel = configuration.channels.find(({ id }) => id === params.id);
	if (channel === undefined) error(404, 'No such channel');
	return { name: channel.name, current: channelFields(channel), basedOn, wrong };
};

export const actions: Actions = {
	async preview({ locals, request, params }) {
		requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return previewChange(locals.console.kiosk, { ...form, change: channelChange(params.id, form.fields) });
	},
	async save({ locals, request, params }) {
		const { name } = requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return saveChange(locals.console.kiosk, { ...form, change: channelChange(params.id, form.fields) }, name);
	}
};
