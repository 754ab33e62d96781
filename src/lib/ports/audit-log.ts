/** What happened at the console. Names of people who work here, never of customers. */
export const auditEvents = [
	'logged in',
	'log-in refused',
	'logged out',
	'configuration saved',
	'configuration undone',
	'configuration refused',
	'closed by hand',
	'opened again',
	'visit ended',
	'wipe retried',
	'help is coming',
	'account added',
	'account removed',
	'password changed'
] as const;
export type AuditEvent = (typeof auditEvents)[number];

export interface AuditEntry {
	readonly id: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	/** The account's name; "command line" for what came from there. */
	readonly who: string;
	readonly event: AuditEvent;
	/** One line in plain words: which point, which file, why refused. */
	readonly about: string;
}

/** The record of who did what. Entries are only ever added. */
export interface AuditLog {
	record(entry: Omit<AuditEntry, 'id' | 'at'>): void;
	/** Newest first. */
	entries(limit: number): readonly AuditEntry[];
}
