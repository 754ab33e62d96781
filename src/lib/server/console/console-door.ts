/** Holds the token of a session of the console; sent to `/console…` only. */
export const sessionCookie = 'console';

/** What decides whether a request may come in. */
export interface ConsoleRequestFacts {
	readonly method: string;
	/** As it was sent: path and query. */
	readonly url: string;
	readonly host: string | null;
	readonly origin: string | null;
	/** Fetch Metadata (`Sec-Fetch-Site`, `-Mode`, `-Dest`), which a page cannot forge. */
	readonly fetchSite: string | null;
	readonly fetchMode: string | null;
	readonly fetchDestination: string | null;
	readonly accept: string | null;
	readonly contentLength: string | null;
	readonly isChunked: boolean;
	readonly loggedIn: boolean;
}

export type RefusedConsoleRequest =
	'foreign-host' | 'foreign-origin' | 'too-big' | 'no-length' | 'not-logged-in' | 'no-path';

export type ConsoleAdmission =
	| { readonly go: 'on' }
	/** The kiosk's state without log-in, for other kiosks and for those who watch over them. */
	| { readonly go: 'status' }
	| { readonly go: 'elsewhere'; readonly location: string }
	| { readonly go: 'away'; readonly status: number; readonly why: RefusedConsoleRequest };

/** A form with a whole year of exceptions is far smaller. */
export const mostBodyBytes = 256 * 1024;

export const logInPath = '/console/log-in';

export interface ConsoleDoorOptions {
	readonly scheme: 'http' | 'https';
	/** What a `Host` header may say: names with their port. */
	readonly hosts: readonly string[];
}

/**
 * The door of the console. A name that was rebound fails at the `Host`; a page of another origin at `Origin` and `Sec-Fetch-Site`,
 * whatever it sends; from elsewhere one can only come as a reader of a whole page (a link, the identity provider's way back). Who
 * is not logged in reaches the log-in, and nothing else.
 */
export function createConsoleDoor({
	scheme,
	hosts
}: ConsoleDoorOptions): (facts: ConsoleRequestFacts) => ConsoleAdmission {
	const away = (status: number, why: RefusedConsoleRequest): ConsoleAdmission => ({ go: 'away', status, why });
	return (facts) => {
		const { method, url, host, origin, fetchSite } = facts;
		if (host === null || !hosts.includes(host)) return away(403, 'foreign-host');
		const path = pathOf(scheme, host, url);
		if (path === null) return away(400, 'no-path');

		const isReading = method === 'GET' || method === 'HEAD';
		const fromHere = fetchSite === null || fetchSite === 'same-origin';
		if (isReading) {
			const isVisit = facts.fetchMode === 'navigate' && facts.fetchDestination === 'document';
			const originFits = origin === null || origin === `${scheme}://${host}`;
			if (!originFits || !(fromHere || fetchSite === 'none' || isVisit)) return away(403, 'foreign-origin');
		} else {
			if (origin !== `${scheme}://${host}` || !fromHere) return away(403, 'foreign-origin');
			if (facts.isChunked) return away(411, 'no-length');
			if (Number(facts.contentLength ?? 0) > mostBodyBytes) return away(413, 'too-big');
		}

		if (isReading && path === '/status') return { go: 'status' };
		if (isReading && path === '/') return { go: 'elsewhere', location: '/console' };
		if (facts.loggedIn || isForEveryone(path)) return { go: 'on' };
		const isPage = isReading && (facts.accept?.includes('text/html') ?? false);
		return isPage ? { go: 'elsewhere', location: logInPath } : away(401, 'not-logged-in');
	};
}

/** The path as Kit will read it, or null where it would read another. */
function pathOf(scheme: string, host: string, url: string): string | null {
	return url.startsWith('/') ? (URL.parse(`${scheme}://${host}${url}`)?.pathname ?? null) : null;
}

/** Screens' own code, fonts and icon tell nothing; log-in must be reached by those who are not logged in. */
const isForEveryone = (path: string) =>
	path === logInPath || path.startsWith(`${logInPath}/`) || path.startsWith('/_app/') || path === '/icon.svg';
