import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A small upright picture of one page, counted from 0 among those that are not removed. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!/^\d{1,4}$/.test(params.index)) error(404, 'not-found');
	const picture = await locals.kiosk.tray.thumbnail(params.id, Number(params.index));
	if (!picture.ok) error(picture.fault === 'not-found' ? 404 : 422, picture.fault);
	return new Response(new Uint8Array(picture.value), { headers: { 'content-type': 'image/jpeg' } });
};
