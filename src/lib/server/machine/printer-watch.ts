import type { Printer } from '../../ports/printer.ts';
import type { PrinterHealth } from '../../session/session-view.ts';

export interface PrinterWatchOptions {
	/** The device itself: a private queue would be started by the question, and outlive a wipe. */
	readonly printer: Pick<Printer, 'attributes'>;
	/** Told at the first look, and then whenever it is another than before. */
	readonly onChange: (health: PrinterHealth) => void;
	/** Milliseconds from one look to the next; a look wakes no printer, but some log it. */
	readonly everyMs: number;
	/** Calls back once after `ms` milliseconds; returns how to call it off. Real time unless a test gives its own. */
	readonly after?: (run: () => void, ms: number) => () => void;
}

/** Follows how the printer is, for staff, whether or not somebody prints. Returns how to stop. */
export function watchPrinter({ printer, onChange, everyMs, after = realTime }: PrinterWatchOptions): () => void {
	const stopped = new AbortController();
	let last = '';
	let callOff = () => {};
	const look = async () => {
		const health = await healthOf(printer, stopped.signal);
		if (stopped.signal.aborted) return;
		callOff = after(() => void look(), everyMs);
		const asText = JSON.stringify(health);
		if (health === null || asText === last) return;
		last = asText;
		onChange(health);
	};
	void look();
	return () => {
		stopped.abort();
		callOff();
	};
}

/** How it is now, by its most telling fault; null while it is busy, which is none that staff could mend. */
async function healthOf(printer: PrinterWatchOptions['printer'], signal: AbortSignal): Promise<PrinterHealth | null> {
	const asked = await printer.attributes(signal);
	if (!asked.ok) return asked.fault.fault === 'busy' ? null : { state: asked.fault.fault, notes: [] };
	const { faults, notes } = asked.value;
	return { state: faults[0] ?? 'ok', notes };
}

const realTime = (run: () => void, ms: number) => {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
};
