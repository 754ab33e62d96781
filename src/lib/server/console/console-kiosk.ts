import type { ConsoleUser } from '../../domain/console/console-user.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Session } from '../../session/session.ts';
import type { Configuration } from '../config/configuration.ts';
import type { ConfigurationEditor } from '../editing/configuration-editor.ts';
import type { ConsoleLogIn } from './console-log-in.ts';
import type { HandClosing } from '../machine/hand-closing.ts';

/** All that the console listener can reach of the kiosk. A customer's papers are not among it. */
export interface ConsoleKiosk {
	readonly session: Pick<Session, 'view' | 'subscribe' | 'staff'>;
	readonly logIn: ConsoleLogIn;
	readonly editor: ConfigurationEditor;
	readonly audit: AuditLog;
	readonly handClosing: HandClosing;
	readonly clock: Clock;
	/** The configuration in force. */
	configuration(): Configuration;
}

/** What the console's listener hangs on a request that came in. */
export interface ConsoleRequest {
	readonly kiosk: ConsoleKiosk;
	/** Null on the pages that anyone may see: log-in. */
	readonly user: ConsoleUser | null;
	/** The session cookie's value, to end it; null without one. */
	readonly sessionToken: string | null;
}
