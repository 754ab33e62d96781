import { error, redirect } from '@sveltejs/kit';
import { takeState } from '#lib/server/console/open-id-return.ts';
import { keepSession } from '#lib/server/console/session-cookie.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends the browser back to, with its answer in the address. */
export const GET: RequestHandler = async ({ cookies, locals, url }) => {
	const { openId } = locals.console.kiosk.logIn;
	if (openId === null) error(404, 'No identity provider is configured');
	const state = takeState(cookies);
	if (state === null) redirect(303, '/console/log-in?fault=refused');
	const session = await openId.finish(url, state);
	if (!session.ok) redirect(303, `/console/log-in?fault=${session.fault}`);
	keepSession(cookies, url, session.value);
	redirect(303, '/console');
};
