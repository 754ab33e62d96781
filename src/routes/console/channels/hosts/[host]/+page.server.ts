import { error } from '@sveltejs/kit';
import { previewChange, saveChange } from '#lib/server/console/answer-change.ts';
import { hostChange, hostFields } from '#lib/server/console/channels-form.ts';
import { readToEdit } from '#lib/server/console/read-to-edit.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import { typedForm } from '#lib/server/console/typed-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** No host is called so: a host name has a dot. */
const newHost = 'new';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireRole(locals, 'administrator');
	const { configuration, basedOn, wrong } = await readToEdit(locals.console.kiosk);
	const host = configuration.portalHosts.find((each) => each.host === params.host);
	if (host === undefined && params.host !== newHost) error(404, 'No such host');
	return { host: host?.host ?? null, current: hostFields(host), basedOn, wrong };
};

export const actions: Actions = {
	async preview({ locals, request }) {
		requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return previewChange(locals.console.kiosk, { ...form, change: hostChange(form.fields) });
	},
	async save({ locals, request }) {
		const { name } = requireRole(locals, 'administrator');
		const form = await typedForm(request);
		return saveChange(locals.console.kiosk, { ...form, change: hostChange(form.fields) }, name);
	}
};
