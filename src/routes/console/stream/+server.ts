import { requireRole } from '#lib/server/console/require-role.ts';
import { staffNow } from '#lib/server/console/staff-now.ts';
import type { RequestHandler } from './$types';

/** Often enough to notice that a log-in has ended, or that this computer was closed from elsewhere. */
const againMs = 5000;

/** What staff see of this computer as a stream of server-sent events (HTML Standard §9.2): at once, after each change, and now and then. Ends with the log-in. */
export const GET: RequestHandler = ({ locals }) => {
	requireRole(locals, 'staff');
	const { kiosk, sessionToken } = locals.console;
	const encoder = new TextEncoder();
	let stop = () => {};
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			const send = () => {
				if (sessionToken !== null && kiosk.logIn.userOf(sessionToken) !== null)
					return controller.enqueue(encoder.encode(`data: ${JSON.stringify(staffNow(kiosk))}\n\n`));
				stop();
				controller.close();
			};
			const again = setInterval(send, againMs);
			let unsubscribe = () => {};
			stop = () => {
				clearInterval(again);
				unsubscribe();
			};
			unsubscribe = kiosk.session.subscribe(send);
		},
		cancel: () => stop()
	});
	return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
};
