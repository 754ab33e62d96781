import { readFile } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConfigHistory } from '../../ports/config-history.ts';
import type { Session } from '../../session/session.ts';
import { createOpenIdProvider } from '../adapters/open-id/open-id-provider.ts';
import { openConsoleDatabase, type DatabaseFault } from '../adapters/sqlite/console-database.ts';
import { createAccounts } from '../adapters/sqlite/sqlite-accounts.ts';
import { createAuditLog } from '../adapters/sqlite/sqlite-audit-log.ts';
import { createConfigHistory } from '../adapters/sqlite/sqlite-config-history.ts';
import { createConsoleSessions } from '../adapters/sqlite/sqlite-console-sessions.ts';
import type { Configuration } from '../config/configuration.ts';
import type { ConsoleConfiguration } from '../config/console-schema.ts';
import type { ConsoleKiosk } from '../console/console-kiosk.ts';
import { startConsoleListener, type ConsoleListener } from '../console/console-listener.ts';
import { createConsoleLogIn } from '../console/create-console-log-in.ts';
import type { ConfigurationEditor } from '../editing/configuration-editor.ts';
import type { Log } from '../log/log.ts';
import type { HandClosing } from '../machine/hand-closing.ts';
import type { PublicStatus } from '../machine/public-status.ts';

export interface ConsoleOptions {
	readonly settings: ConsoleConfiguration;
	/** The folder of the console's records. */
	readonly stateDir: string;
	/** The configuration in force. */
	readonly configuration: () => Configuration;
	readonly session: Pick<Session, 'view' | 'subscribe' | 'staff'>;
	readonly createEditor: (history: ConfigHistory) => ConfigurationEditor;
	readonly handClosing: HandClosing;
	/** What anybody may know of this kiosk. */
	readonly publicStatus: () => PublicStatus;
	readonly clock: Clock;
	readonly log: Log;
}

export interface Console {
	readonly address: string;
	/** Not null: everybody who comes is told that the console cannot be used. */
	readonly recordsFault: DatabaseFault | null;
	/** Whether somebody could log in with a password. */
	readonly hasAccounts: boolean;
	serve(handler: Parameters<ConsoleListener['serve']>[0]): void;
	close(): Promise<void>;
}

/** Why there is no console; the customer side runs without it. `certificate`: the files of `tls` cannot be read or used. */
export type ConsoleFault = 'certificate' | 'address';

const providerPatienceSeconds = 8;

/** Puts the console together, beside a kiosk. Whatever is wrong with it, the customer side is not touched. */
export async function composeConsole(options: ConsoleOptions): Promise<Result<Console, ConsoleFault>> {
	const { settings, clock, log, handClosing, session, configuration, publicStatus } = options;
	const tls = settings.tls && (await readPair(settings.tls));
	if (tls === null) return failed('certificate');
	const listener = await startConsoleListener({
		...settings,
		tls: tls ?? null,
		publicStatus,
		onRefused: (why) => log('console request refused', { why }),
		onRecordsFault: () => log('console records unusable', { why: 'while-running' })
	}).catch((error: NodeJS.ErrnoException) => error);
	if (listener instanceof Error) return failed(listener.syscall === 'listen' ? 'address' : 'certificate');

	const { address } = listener;
	log('console started', {
		port: Number(new URL(address).port || 443),
		tls: tls !== undefined,
		openId: settings.openId !== undefined
	});
	const opened = openConsoleDatabase(options.stateDir);
	if (!opened.ok) {
		log('console records unusable', { why: opened.fault });
		listener.tellUnusable();
		return ok({
			address,
			recordsFault: opened.fault,
			hasAccounts: false,
			serve: () => {},
			close: () => listener.close()
		});
	}

	const database = opened.value;
	const accounts = createAccounts(database, clock);
	const audit = createAuditLog(database, clock);
	const kiosk: ConsoleKiosk = {
		session,
		logIn: createConsoleLogIn({
			accounts,
			audit,
			clock,
			sessions: createConsoleSessions(database),
			openId: settings.openId ? openIdOf(settings.openId, log) : null
		}),
		editor: options.createEditor(createConfigHistory(database, clock)),
		audit,
		handClosing,
		clock,
		configuration
	};
	return ok({
		address,
		recordsFault: null,
		hasAccounts: accounts.list().length > 0,
		serve: (handler) => listener.serve(handler, kiosk),
		close: () => listener.close().then(() => closeQuietly(database))
	});
}

const openIdOf = ({ name, ...provider }: NonNullable<ConsoleConfiguration['openId']>, log: Log) => ({
	name,
	provider: createOpenIdProvider({
		...provider,
		timeoutSeconds: providerPatienceSeconds,
		onNotReachable: (why) => log('identity provider not reachable', { why })
	})
});

const readPair = ({ certificate, key }: NonNullable<ConsoleConfiguration['tls']>) =>
	Promise.all([readFile(certificate, 'utf8'), readFile(key, 'utf8')]).then(
		([certificateText, keyText]) => ({ certificate: certificateText, key: keyText }),
		() => null
	);

/** A disk that fails at the very end must not keep the program from its wipe's exit code. */
function closeQuietly(database: DatabaseSync): void {
	try {
		database.close();
	} catch {
		// Nothing is lost: every write was on the disk before it was answered.
	}
}
