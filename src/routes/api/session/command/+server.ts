import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCommandSchema } from '#lib/session/session-command.ts';
import type { RequestHandler } from './$types';

/**
 * A command of the customer's screen: 200 accepted, 409 refused with a reason, 400 no command at all. What came of it goes along: the
 * browser hands an answer on sooner than a message of the stream.
 */
export const POST: RequestHandler = async ({ request, locals }) => {
	const body: unknown = await request.json().catch(() => undefined);
	const command = v.safeParse(sessionCommandSchema, body);
	if (!command.success) error(400, 'Not a command of the customer screen');
	const answer = locals.kiosk.session.command(command.output);
	if (!answer.accepted) return json(answer, { status: 409 });
	return json({ ...answer, view: locals.kiosk.session.view() });
};
