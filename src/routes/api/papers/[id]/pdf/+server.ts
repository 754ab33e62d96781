import { error } from '@sveltejs/kit';
import { readByteRange } from '#lib/server/customer/byte-range.ts';
import type { RequestHandler } from './$types';

/** A paper as a PDF, whole or in parts, for our own viewer; `?opening=` is its word for what belongs together. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const opening = url.searchParams.get('opening');
	if (opening !== null && !/^[\w-]{1,40}$/.test(opening)) error(404, 'not-found');
	const pdf = await locals.kiosk.tray.openPdf(params.id, opening);
	if (!pdf.ok) error(pdf.fault === 'not-found' ? 404 : 422, pdf.fault);
	const { sizeBytes, read } = pdf.value;
	const range = readByteRange(request.headers.get('range'), sizeBytes);
	const headers = { 'content-type': 'application/pdf', 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
	if (range === 'outside')
		return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${sizeBytes}` } });
	const { from, to } = range === 'whole' ? { from: 0, to: sizeBytes } : range;
	return new Response(read(from, to), {
		status: range === 'whole' ? 200 : 206,
		headers: {
			...headers,
			'content-length': String(to - from),
			...(range === 'whole' ? {} : { 'content-range': `bytes ${from}-${to - 1}/${sizeBytes}` })
		}
	});
};
