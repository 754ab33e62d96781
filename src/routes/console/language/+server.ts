import { error, redirect } from '@sveltejs/kit';
import { languages } from '#lib/domain/language.ts';
import { languageCookie } from '#lib/server/console/console-language.ts';
import type { RequestHandler } from './$types';

const yearSeconds = 365 * 86_400;

/** Chooses the console's language and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await request.formData();
	const language = languages.find((each) => each === form.get('language'));
	if (language === undefined) error(400, 'Not a language of the console');
	cookies.set(languageCookie, language, { path: '/console', sameSite: 'lax', maxAge: yearSeconds });
	const back = String(form.get('back') ?? '');
	redirect(303, /^\/console(\/[\w-]+(\.[\w-]+)*)*$/.test(back) ? back : '/console');
};
