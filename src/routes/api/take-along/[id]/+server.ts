import { error } from '@sveltejs/kit';
import { qrCode } from '#lib/server/customer/qr-code.ts';
import type { RequestHandler } from './$types';

/** The QR code of an address that the configuration knows. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const address = locals.kiosk.takeAlong(params.id);
	if (address === null) error(404, 'not-found');
	return new Response(await qrCode(address), { headers: { 'content-type': 'image/svg+xml' } });
};
