import { randomUUID } from 'node:crypto';
import type { ReceivedFile } from './uploads.ts';

/** What the portal keeps for one customer who is logged in. */
export interface LogIn {
	received: readonly ReceivedFile[];
	lastSeenAt: number;
}

const codeLivesMs = 2 * 60_000;
const logInLivesMs = 30 * 60_000;

/** One-time codes from the bank to the portal, and the portal's log-ins. */
export interface LogIns {
	/** The bank has identified the customer: a code that the portal may redeem once, within two minutes. */
	issueCode(): string;
	/** The cookie value of a new log-in; undefined where the code is unknown, used or too old. */
	redeem(code: string): string | undefined;
	/** The log-in of a cookie value, if it is alive; being asked for keeps it alive for half an hour. */
	find(token: string | undefined): LogIn | undefined;
	end(token: string | undefined): void;
	/** How many are logged in now. */
	alive(): number;
}

export function createLogIns(now: () => number): LogIns {
	const codes = new Map<string, number>();
	const logIns = new Map<string, LogIn>();
	const isAlive = (logIn: LogIn) => now() - logIn.lastSeenAt < logInLivesMs;
	return {
		issueCode() {
			const code = randomUUID();
			codes.set(code, now());
			return code;
		},
		redeem(code) {
			const issuedAt = codes.get(code);
			codes.delete(code);
			if (issuedAt === undefined || now() - issuedAt >= codeLivesMs) return undefined;
			const token = randomUUID();
			logIns.set(token, { received: [], lastSeenAt: now() });
			return token;
		},
		find(token) {
			const logIn = token === undefined ? undefined : logIns.get(token);
			if (logIn === undefined || !isAlive(logIn)) return undefined;
			logIn.lastSeenAt = now();
			return logIn;
		},
		end(token) {
			if (token !== undefined) logIns.delete(token);
		},
		alive: () => [...logIns.values()].filter(isAlive).length
	};
}
