import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RefusedRequest } from './customer-kiosk.ts';

/** Holds the token in the customer screen's browser; it stays over a wipe. */
export const accessCookie = 'kiosk';

/** What decides whether a request may come in. */
export interface RequestFacts {
	readonly method: string;
	readonly host: string | null;
	readonly origin: string | null;
	/** The Fetch Metadata header that a page cannot forge. */
	readonly fetchSite: string | null;
	readonly cookie: string | null;
	readonly tokenInAddress: string | null;
}

export type Admission =
	| { admitted: true }
	/** The printed address was opened: the token moves into a cookie and out of the address. */
	| { admitted: true; setCookie: string }
	| { admitted: false; reason: RefusedRequest };

export interface CustomerAccess {
	admit(facts: RequestFacts): Admission;
	/** The address to open, token inside. Stays out of logs. */
	address(): string;
}

/**
 * The door of the customer listener: only the customer screen comes in. A name that was rebound to loopback fails at the
 * `Host`, a page of the portal at `Sec-Fetch-Site` and `Origin`, another program on the machine at the token (new at each start).
 */
export function createCustomerAccess(port: number, token = randomBytes(32).toString('base64url')): CustomerAccess {
	const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
	const isToken = (candidate: string | null | undefined) =>
		typeof candidate === 'string' && timingSafeEqual(digest(candidate), digest(token));

	return {
		address: () => `http://127.0.0.1:${port}/?token=${token}`,
		admit({ method, host, origin, fetchSite, cookie, tokenInAddress }) {
			if (host === null || !hosts.includes(host)) return { admitted: false, reason: 'foreign-host' };
			const isSafeMethod = method === 'GET' || method === 'HEAD';
			const ownOrigin = origin === `http://${host}`;
			const originFits = ownOrigin || (isSafeMethod && origin === null);
			const siteFits = fetchSite === null || fetchSite === 'same-origin' || (isSafeMethod && fetchSite === 'none');
			if (!originFits || !siteFits) return { admitted: false, reason: 'foreign-origin' };
			if (isToken(cookieValue(cookie))) return { admitted: true };
			if (isSafeMethod && isToken(tokenInAddress))
				return { admitted: true, setCookie: `${accessCookie}=${token}; HttpOnly; SameSite=Strict; Path=/` };
			return { admitted: false, reason: 'no-token' };
		}
	};
}

const digest = (text: string) => createHash('sha256').update(text).digest();

const cookieValue = (header: string | null) =>
	header
		?.split(';')
		.map((part) => part.trim())
		.find((part) => part.startsWith(`${accessCookie}=`))
		?.slice(accessCookie.length + 1);
