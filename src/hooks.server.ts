import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { consoleLanguage, languageCookie } from '#lib/server/console/console-language.ts';

/** The listener that took the request, and let it in, says which kiosk it belongs to; neither listener serves the other's routes. */
export const handle: Handle = ({ event, resolve }) => {
	const { kiosk, console } = event.platform?.req ?? {};
	const route: string = event.route.id ?? '';
	const isOfConsole = route === '/console' || route.startsWith('/console/');
	if (console) {
		if (route !== '' && !isOfConsole) error(404, 'Not found');
		// The door has asked already; a route that it does not know stays closed.
		if (!console.user && route !== '' && !route.startsWith('/console/log-in')) error(401, 'Not logged in');
		const language = consoleLanguage(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));
		Object.assign(event.locals, { console, consoleLanguage: language });
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('<html lang="fi">', `<html lang="${language}">`)
		});
	}
	if (!kiosk) error(503, 'Not started by the kiosk');
	if (isOfConsole) error(404, 'Not found');
	event.locals.kiosk = kiosk;
	return resolve(event);
};

/** A stack may hold an address or a name: what nobody expected is told in one word, and written nowhere. */
export const handleError: HandleServerError = ({ kind }) =>
	kind === 'unknown' ? { message: 'Unexpected fault' } : undefined;
