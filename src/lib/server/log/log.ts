import * as v from 'valibot';
import type { Clock } from '../../ports/clock.ts';
import { logEvents, type LogEventName, type LogFields } from './log-events.ts';

/** Writes one declared event. */
export type Log = <Name extends LogEventName>(event: Name, fields: LogFields<Name>) => void;

export interface LogOptions {
	/** Takes one line without its end, JSON with `at` (ISO 8601, UTC) and `event` first. */
	readonly write: (line: string) => void;
	readonly clock: Clock;
}

/**
 * A log that can hold declared events only. What a cast or a foreign value smuggles past the types is not written: the line
 * says only that it happened. Never throws.
 */
export function createLog({ write, clock }: LogOptions): Log {
	const line = (event: LogEventName, fields: object) =>
		write(JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...fields }));
	return (event, fields) => {
		const entries: v.ObjectEntries | undefined = Object.hasOwn(logEvents, event) ? logEvents[event] : undefined;
		const declared = entries === undefined ? null : v.safeParse(v.strictObject(entries), fields);
		if (declared?.success) line(event, declared.output);
		else line('event not declared', {});
	};
}
