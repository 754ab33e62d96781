import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import type { ConsoleUser, Role } from '../../domain/console/console-user.ts';
import type { ConsoleKiosk } from './console-kiosk.ts';
import { requireRole } from './require-role.ts';

const answer = (user: ConsoleUser | null, role: Role) => {
	try {
		return requireRole({ console: { kiosk: {} as ConsoleKiosk, user, sessionToken: null } }, role).name;
	} catch (thrown) {
		return isHttpError(thrown) ? thrown.status : thrown;
	}
};
const staff = { name: 'maija', role: 'staff' } as const;
const administrator = { name: 'pekka', role: 'administrator' } as const;

it('lets each do what their role may, and nobody without log-in do anything', () => {
	expect([answer(staff, 'staff'), answer(administrator, 'staff'), answer(administrator, 'administrator')]).toEqual([
		'maija',
		'pekka',
		'pekka'
	]);
	expect([answer(staff, 'administrator'), answer(null, 'staff'), answer(null, 'administrator')]).toEqual([
		403, 401, 401
	]);
});
