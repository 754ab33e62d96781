import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Clock } from '../../ports/clock.ts';

/** A computer that staff closed by hand, whatever the hours say; kept over a restart. */
export interface HandClosing {
	/** Null: not closed by hand. `until`: opens by itself then (milliseconds since the epoch); null: only by hand. */
	state(): { readonly until: number | null } | null;
	close(until: number | null): void;
	open(): void;
}

export interface HandClosingOptions {
	/** An existing folder that outlives a restart. */
	readonly stateDir: string;
	readonly clock: Clock;
	/** Hears of each change by hand, after it is in force. */
	readonly onChange: () => void;
	/** The file is there but says nothing that can be understood: the computer is closed until staff say otherwise. */
	readonly onUnreadable: () => void;
}

const closingSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.strictObject({ until: v.nullable(v.pipe(v.number(), v.safeInteger())) })
);

/**
 * Keeps a closing by hand in `hand-closing.json`; no file: open. A disk that takes nothing throws: the computer then stays closed,
 * or is closed until the next start.
 */
export function createHandClosing({ stateDir, clock, onChange, onUnreadable }: HandClosingOptions): HandClosing {
	const file = join(stateDir, 'hand-closing.json');
	let closing = readClosing(file, onUnreadable);
	return {
		state: () => (closing?.until != null && closing.until <= clock.now() ? null : closing),
		close(until) {
			closing = { until };
			onChange();
			writeFileSync(`${file}.new`, JSON.stringify(closing), { mode: 0o600, flush: true });
			renameSync(`${file}.new`, file);
		},
		open() {
			rmSync(file, { force: true });
			closing = null;
			onChange();
		}
	};
}

function readClosing(file: string, onUnreadable: () => void): v.InferOutput<typeof closingSchema> | null {
	try {
		return v.parse(closingSchema, readFileSync(file, 'utf8'));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		onUnreadable();
		return { until: null };
	}
}
