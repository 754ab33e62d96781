import type { RequestEvent } from '@sveltejs/kit';

/** Refuses a request, or moves the token into its cookie; nothing for a request that may go on. */
export function openDoor({ request, url, locals }: RequestEvent): Response | undefined {
	const { headers, method } = request;
	const admission = locals.kiosk.access.admit({
		method,
		host: headers.get('host'),
		origin: headers.get('origin'),
		fetchSite: headers.get('sec-fetch-site'),
		cookie: headers.get('cookie'),
		tokenInAddress: url.searchParams.get('token')
	});
	if (!admission.admitted) {
		locals.kiosk.requestRefused(admission.reason);
		return new Response(`Refused: ${admission.reason}. Open the address that the program printed.\n`, { status: 403 });
	}
	if (!('setCookie' in admission)) return undefined;
	return new Response(null, { status: 303, headers: { location: '/', 'set-cookie': admission.setCookie } });
}
