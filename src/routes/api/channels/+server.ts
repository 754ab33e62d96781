import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Every channel as it is at this moment, and the guide to them. */
export const GET: RequestHandler = ({ locals }) => json(locals.kiosk.channelsOffer());
