import type { RequestHandler } from './$types';

/** Somebody is at the keyboard, pointer or touch of a browser that nobody else can watch. */
export const POST: RequestHandler = ({ locals }) => {
	locals.kiosk.browserActivity();
	return new Response(null, { status: 204 });
};
