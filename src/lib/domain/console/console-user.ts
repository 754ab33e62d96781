/** What somebody at the console may do: staff help and close a computer by hand, administrators also change the configuration. */
export const roles = ['staff', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is logged in at the console. */
export interface ConsoleUser {
	readonly name: string;
	readonly role: Role;
}
