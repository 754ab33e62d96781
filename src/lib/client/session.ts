import { createContext } from 'svelte';
import type { Refusal, SessionCommand } from '../session/session-command.ts';
import type { SessionView } from '../session/session-view.ts';

/** `lost` only after the server has been silent for a moment, so that a short break does not frighten anyone. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** Why the last press had no effect: the session refused it, or it never arrived. */
export type PressProblem = Refusal | 'not-sent';

/** The customer screen's side of the session: what it shows, and how it asks for something. */
export interface Session {
	readonly view: SessionView | null;
	readonly connection: ConnectionState;
	/** The kiosk's clock in milliseconds since the epoch, moving on its own between two views. */
	readonly now: number;
	readonly problem: PressProblem | null;
	/** Whether this very command is on its way, or its effect has not been seen yet. */
	isPending(command: SessionCommand): boolean;
	/**
	 * Sends commands one after the other and stops at the first that is refused. Sending again what is still on its way does
	 * nothing. Resolves to whether all were accepted.
	 */
	send(...commands: readonly SessionCommand[]): Promise<boolean>;
	dismissProblem(): void;
}

export const [getSession, setSession] = createContext<Session>();
