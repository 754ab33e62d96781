import { consoleLanguage, languageCookie } from '#lib/server/console/console-language.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies, request }) => ({
	user: locals.console.user,
	language: consoleLanguage(cookies.get(languageCookie), request.headers.get('accept-language'))
});
