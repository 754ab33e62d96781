import { error } from '@sveltejs/kit';
import { placesOf } from '#lib/domain/channels/guide.ts';
import { previewChange, saveChange } from '#lib/server/console/answer-change.ts';
import { channelRow, listChange } from '#lib/server/console/channels-form.ts';
import { readToEdit } from '#lib/server/console/read-to-edit.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import { typedForm } from '#lib/server/console/typed-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn, wrong } = await readToEdit(locals.console.kiosk);
	const { guide, channels, portalHosts, kiosk } = configuration;
	const placesOfGuide = guide === null ? new Set<string>() : placesOf(guide);
	return {
		channels: channels.map((channel) => channelRow(channel, placesOfGuide)),
		hosts: portalHosts,
		startHost: new URL(kiosk.portal.startUrl).hostname,
		basedOn,
		wrong
	};
};

async function asked(request: Request) {
	const form = await typedForm(request);
	const change = listChange(form.fields);
	if (change === null) error(400, 'Not a change of this page');
	return { ...form, change };
}

export const actions: Actions = {
	async preview({ locals, request }) {
		requireRole(locals, 'administrator');
		return previewChange(locals.console.kiosk, await asked(request));
	},
	async save({ locals, request }) {
		const { name } = requireRole(locals, 'administrator');
		return saveChange(locals.console.kiosk, await asked(request), name);
	}
};
