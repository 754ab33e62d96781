import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCommandSchema } from '#lib/session/session-command.ts';
import type { RequestHandler } from './$types';

/** A command of the customer's screen: 200 accepted, 409 refused with a reason, 400 no command at all. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const body: unknown = await request.json().catch(() => undefined);
	const command = v.safeParse(sessionCommandSchema, body);
	if (!command.success) error(400, 'Not a command of the customer screen');
	const answer = locals.kiosk.session.command(command.output);
	return json(answer, { status: answer.accepted ? 200 : 409 });
};
