import { error, json } from '@sveltejs/kit';
import type { PagesToPrint } from '#lib/session/session-view.ts';
import type { RequestHandler } from './$types';

/** The pages that a print of this paper has, and how large they come out. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const sizes = await locals.kiosk.tray.pageSizes(params.id);
	if (!sizes.ok) error(sizes.fault === 'not-found' ? 404 : 422, sizes.fault);
	return json({ pages: sizes.value } satisfies PagesToPrint);
};
