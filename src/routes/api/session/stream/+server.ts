import type { SessionView } from '#lib/session/session-view.ts';
import type { RequestHandler } from './$types';

/** The view as a stream of server-sent events: whole at once, whole again after each change (HTML Standard §9.2). */
export const GET: RequestHandler = ({ locals }) => {
	const encoder = new TextEncoder();
	let unsubscribe = () => {};
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			const send = (view: SessionView) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(view)}\n\n`));
			unsubscribe = locals.kiosk.session.subscribe(send);
		},
		cancel: () => unsubscribe()
	});
	return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
};
