import { error, redirect } from '@sveltejs/kit';
import { keepState, returnAddress } from '#lib/server/console/open-id-return.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to the identity provider. */
export const GET: RequestHandler = async ({ cookies, locals, url }) => {
	const { openId } = locals.console.kiosk.logIn;
	if (openId === null) error(404, 'No identity provider is configured');
	const begun = await openId.begin(returnAddress(url));
	if (!begun.ok) redirect(303, '/console/log-in?fault=not-reachable');
	keepState(cookies, url, begun.value.state);
	redirect(303, begun.value.url, { external: true });
};
