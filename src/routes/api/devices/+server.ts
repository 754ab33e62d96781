import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What scanner and printer offer now. */
export const GET: RequestHandler = async ({ locals, request }) => json(await locals.kiosk.deviceOffer(request.signal));
