import type { Cookies } from '@sveltejs/kit';
import { openIdPatienceMs } from './open-id-log-in.ts';

const cookie = 'console-open-id';
const path = '/console/log-in/open-id';

/** Where the identity provider sends the browser back to. */
export const returnAddress = (url: URL): string => `${url.origin}${path}/callback`;

/** Lets this browser, and no other, come back with the provider's answer. */
export function keepState(cookies: Cookies, url: URL, state: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(cookie, state, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: openIdPatienceMs / 1000 });
}

/** The state of this browser's own log-in, once; null: it began none. */
export function takeState(cookies: Cookies): string | null {
	const state = cookies.get(cookie) ?? null;
	cookies.delete(cookie, { path });
	return state;
}
