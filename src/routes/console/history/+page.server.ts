import { fail } from '@sveltejs/kit';
import { historyEntries } from '#lib/server/console/history-entries.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { Actions, PageServerLoad } from './$types';

const versionsShown = 50;
const eventsShown = 40;

export const load: PageServerLoad = ({ locals, url }) => {
	requireRole(locals, 'administrator');
	const { editor, audit, configuration } = locals.console.kiosk;
	const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1);
	const upToNext = audit.entries(page * eventsShown + 1);
	return {
		versions: historyEntries(editor.history(versionsShown)),
		events: upToNext.slice((page - 1) * eventsShown, page * eventsShown),
		page,
		hasOlder: upToNext.length > page * eventsShown,
		timeZone: configuration().servicePoint.place.timeZone
	};
};

export const actions: Actions = {
	async undo({ locals, request }) {
		const { name } = requireRole(locals, 'administrator');
		const { editor, audit } = locals.console.kiosk;
		const id = Number((await request.formData()).get('id'));
		const undone = await editor.undo(id, name);
		if (!undone.ok) {
			audit.record({ who: name, event: 'configuration refused', about: `undo ${id}: ${undone.fault.kind}` });
			return fail(409, {
				id,
				undone: undone.fault.kind === 'changed meanwhile' ? ('changed meanwhile' as const) : ('other' as const)
			});
		}
		audit.record({ who: name, event: 'configuration undone', about: undone.value.summary });
		return { id, undone: 'done' as const };
	}
};
