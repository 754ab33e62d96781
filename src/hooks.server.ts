import { error } from '@sveltejs/kit';
import { sequence, type Handle } from '@sveltejs/kit/hooks';
import { openDoor } from '#lib/server/customer/open-door.ts';

/** The listener that took the request says which kiosk it belongs to. */
const findKiosk: Handle = ({ event, resolve }) => {
	const kiosk = event.platform?.req.kiosk;
	if (!kiosk) error(503, 'Not started by the kiosk');
	event.locals.kiosk = kiosk;
	return resolve(event);
};

const checkDoor: Handle = ({ event, resolve }) => openDoor(event) ?? resolve(event);

/** Nothing a customer sees may lie in a cache, nor be framed or guessed at by another page. */
const keepPrivate: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	response.headers.set('Cache-Control', 'no-store');
	response.headers.set('X-Frame-Options', 'DENY');
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'no-referrer');
	response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
	response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	return response;
};

export const handle = sequence(findKiosk, checkDoor, keepPrivate);
