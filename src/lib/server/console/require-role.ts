import { error } from '@sveltejs/kit';
import type { ConsoleUser, Role } from '../../domain/console/console-user.ts';
import type { ConsoleRequest } from './console-kiosk.ts';

/** Whoever is logged in and may do what this role may; administrators may all that staff may. Throws Kit's 401 or 403. */
export function requireRole({ console }: { readonly console: ConsoleRequest }, role: Role): ConsoleUser {
	const { user } = console;
	if (user === null) error(401, 'Not logged in');
	if (role === 'administrator' && user.role !== 'administrator') error(403, 'Only administrators may do this');
	return user;
}
