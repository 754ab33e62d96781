import type { Cookies } from '@sveltejs/kit';
import { sessionCookie } from './console-door.ts';
import type { ConsoleSession } from './console-log-in.ts';

const path = '/console';

/**
 * Gives the session to the browser. Lax, since one comes back from the identity provider by a link of another site; the door
 * looks at where a form comes from. It ends with the browser, and here when it expires.
 */
export function keepSession(cookies: Cookies, url: URL, { token }: ConsoleSession): void {
	cookies.set(sessionCookie, token, { path, httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}

export const forgetSession = (cookies: Cookies): void => cookies.delete(sessionCookie, { path });
