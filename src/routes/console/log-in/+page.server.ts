import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { asLanguage, languageCookie } from '#lib/server/console/console-language.ts';
import { keepSession } from '#lib/server/console/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const faultOfProvider = v.fallback(v.nullable(v.picklist(['refused', 'no-role', 'not-reachable'])), null);

const credentials = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
	password: v.pipe(v.string(), v.minLength(1), v.maxLength(1000))
});

const secondsOfYear = 365 * 24 * 3600;

export const load: PageServerLoad = ({ locals, url }) => {
	const { kiosk, user } = locals.console;
	if (user !== null) redirect(303, '/console');
	const language = locals.consoleLanguage;
	return {
		language,
		place: kiosk.configuration().servicePoint.name[language],
		provider: kiosk.logIn.openId?.name[language] ?? null,
		faultOfProvider: v.parse(faultOfProvider, url.searchParams.get('fault'))
	};
};

export const actions: Actions = {
	async password({ cookies, getClientAddress, locals, request, url }) {
		const form = await request.formData();
		const written = v.safeParse(credentials, { name: form.get('name'), password: form.get('password') });
		const name = String(form.get('name') ?? '');
		if (!written.success) return fail(400, { fault: 'missing' as const, waitSeconds: 0, name });
		const session = await locals.console.kiosk.logIn.withPassword(
			written.output.name,
			written.output.password,
			getClientAddress()
		);
		if (session.ok) {
			keepSession(cookies, url, session.value);
			redirect(303, '/console');
		}
		const { fault } = session;
		if (fault.kind === 'refused') return fail(401, { fault: 'refused' as const, waitSeconds: 0, name });
		const waitSeconds = Math.ceil(fault.waitMs / 1000);
		return fail(429, { fault: 'tooManyAttempts' as const, waitSeconds, name });
	},

	async language({ cookies, request, url }) {
		const language = asLanguage((await request.formData()).get('language'));
		if (language !== undefined) {
			const secure = url.protocol === 'https:';
			cookies.set(languageCookie, language, { path: '/console', secure, sameSite: 'lax', maxAge: secondsOfYear });
		}
		redirect(303, '/console/log-in');
	}
};
