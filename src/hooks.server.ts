import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

/** The listener that took the request, and let it in, says which kiosk it belongs to. */
export const handle: Handle = ({ event, resolve }) => {
	const kiosk = event.platform?.req.kiosk;
	if (!kiosk) error(503, 'Not started by the kiosk');
	event.locals.kiosk = kiosk;
	return resolve(event);
};

/** A stack may hold an address or a name: what nobody expected is told in one word, and written nowhere. */
export const handleError: HandleServerError = ({ kind }) =>
	kind === 'unknown' ? { message: 'Unexpected fault' } : undefined;
