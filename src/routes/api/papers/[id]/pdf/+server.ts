import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A paper as a PDF, for our own viewer. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const pdf = await locals.kiosk.tray.pdf(params.id);
	if (!pdf.ok) error(pdf.fault === 'not-found' ? 404 : 422, pdf.fault);
	return new Response(new Uint8Array(pdf.value), { headers: { 'content-type': 'application/pdf' } });
};
