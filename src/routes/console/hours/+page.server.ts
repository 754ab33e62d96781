import { overview } from '#lib/server/console/hours/hours-page.ts';
import { requireRole } from '#lib/server/console/require-role.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	requireRole(locals, 'staff');
	const { configuration, clock } = locals.console.kiosk;
	return { points: overview(configuration(), clock.now()) };
};
