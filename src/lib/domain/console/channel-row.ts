import type { LocalizedText } from '../language.ts';
import type { ScheduleKind } from './point-today.ts';

/** One channel in the console's list. */
export interface ChannelRow {
	readonly id: string;
	readonly name: LocalizedText;
	/** `always`, a schedule of the point, hours of its `own`, or `varies`. */
	readonly hours: 'always' | 'own' | 'varies' | ScheduleKind;
	/** Whether its site can be opened at this computer. */
	readonly opensHere: boolean;
	readonly allowedHosts: readonly string[];
	/** Whether the guide leads to it: then it cannot be removed. */
	readonly inGuide: boolean;
}

/** A host that the portal may lead to. */
export interface HostRow {
	readonly host: string;
	readonly role: 'portal' | 'idp' | 'bank' | 'mobile' | 'asset';
	readonly label: LocalizedText;
	readonly checked: boolean;
}

export const hostRoles = ['portal', 'idp', 'bank', 'mobile', 'asset'] as const satisfies readonly HostRow['role'][];
