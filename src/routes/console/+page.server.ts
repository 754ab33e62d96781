import { fail } from '@sveltejs/kit';
import type { AuditEvent } from '#lib/ports/audit-log.ts';
import { closeUntil } from '#lib/server/console/close-until.ts';
import { pointsToday } from '#lib/server/console/points-today.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import { staffNow } from '#lib/server/console/staff-now.ts';
import type { StaffCommand } from '#lib/session/session-command.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	requireRole(locals, 'staff');
	const { kiosk } = locals.console;
	return { staff: staffNow(kiosk), points: pointsToday(kiosk.configuration(), kiosk.clock.now()) };
};

/** Asks the session; what it allowed goes on record. */
function ask(locals: App.Locals, command: StaffCommand, event: AuditEvent) {
	const { name } = requireRole(locals, 'staff');
	const { kiosk } = locals.console;
	if (!kiosk.session.staff(command).accepted) return fail(409, { problem: 'not-now' as const });
	kiosk.audit.record({ who: name, event, about: kiosk.configuration().servicePoint.id });
	return { problem: null };
}

export const actions: Actions = {
	helpIsComing: ({ locals }) => ask(locals, { type: 'help is coming' }, 'help is coming'),
	endVisit: ({ locals }) => ask(locals, { type: 'end visit' }, 'visit ended'),
	wipeAgain: ({ locals }) => ask(locals, { type: 'retry wipe' }, 'wipe retried'),
	async closeByHand({ locals, request }) {
		const { name } = requireRole(locals, 'staff');
		const { kiosk } = locals.console;
		const { servicePoint } = kiosk.configuration();
		const form = await request.formData();
		const [choice, time] = [form.get('until'), form.get('time')].map((value) => String(value ?? ''));
		const until = closeUntil(choice ?? '', time ?? '', servicePoint, kiosk.clock.now());
		if (!until.ok) return fail(400, { problem: until.fault });
		kiosk.handClosing.close(until.value);
		const said =
			until.value === null
				? 'opened again'
				: Temporal.Instant.fromEpochMilliseconds(until.value).toString({ timeZone: servicePoint.place.timeZone });
		kiosk.audit.record({ who: name, event: 'closed by hand', about: `${servicePoint.id}, until ${said}` });
		return { problem: null };
	},
	openAgain({ locals }) {
		const { name } = requireRole(locals, 'staff');
		const { kiosk } = locals.console;
		if (kiosk.handClosing.state() === null) return fail(409, { problem: 'not-now' as const });
		kiosk.handClosing.open();
		kiosk.audit.record({ who: name, event: 'opened again', about: kiosk.configuration().servicePoint.id });
		return { problem: null };
	}
};
