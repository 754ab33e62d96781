import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

/** The listener that took the request, and let it in, says whose it is. A customer never reaches the console, nor the console a visit. */
export const handle: Handle = ({ event, resolve }) => {
	const { kiosk, console } = event.platform?.req ?? {};
	const forConsole = event.url.pathname === '/console' || event.url.pathname.startsWith('/console/');
	if (console && forConsole) event.locals.console = console;
	else if (kiosk && !forConsole) event.locals.kiosk = kiosk;
	else if (console || kiosk) error(404, 'Not found');
	else error(503, 'Not started by the kiosk');
	return resolve(event);
};

/** A stack may hold an address or a name: what nobody expected is told in one word, and written nowhere. */
export const handleError: HandleServerError = ({ kind }) =>
	kind === 'unknown' ? { message: 'Unexpected fault' } : undefined;
