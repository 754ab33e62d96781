import type { Role } from '../domain/console/console-user.ts';

/** Somebody who may log in at the console with a password. */
export interface Account {
	readonly name: string;
	readonly role: Role;
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
}

/** The console's own accounts. What is changed here ends the account's sessions, also those of a running kiosk. */
export interface Accounts {
	/** False: the name is taken. `passwordHash`: a PHC string. */
	add(name: string, role: Role, passwordHash: string): boolean;
	/** By name, in its order. */
	list(): readonly Account[];
	passwordHash(name: string): string | null;
	/** False: there is no such account. */
	setPasswordHash(name: string, passwordHash: string): boolean;
	/** False: there is no such account. */
	remove(name: string): boolean;
}
