import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A small upright picture of one page: by its id in a scan, in a document by its number from 0. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!/^[a-z0-9-]{1,40}$/.test(params.page)) error(404, 'not-found');
	const picture = await locals.kiosk.tray.thumbnail(params.id, params.page);
	if (!picture.ok) error(picture.fault === 'not-found' ? 404 : 422, picture.fault);
	return new Response(new Uint8Array(picture.value), { headers: { 'content-type': 'image/jpeg' } });
};
