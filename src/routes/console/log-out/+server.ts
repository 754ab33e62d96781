import { redirect } from '@sveltejs/kit';
import { forgetSession } from '#lib/server/console/session-cookie.ts';
import type { RequestHandler } from './$types';

/** `<form method="post" action="/console/log-out">`: ends the session everywhere. */
export const POST: RequestHandler = ({ cookies, locals }) => {
	const { kiosk, sessionToken } = locals.console;
	if (sessionToken !== null) kiosk.logIn.logOut(sessionToken);
	forgetSession(cookies);
	redirect(303, '/console/log-in');
};
