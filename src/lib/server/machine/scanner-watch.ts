import type { ScanFault } from '../../ports/scanner.ts';
import type { LocatedScanner } from './located-scanner.ts';
import { wrongWithPlace } from './scanner-place.ts';

/** How the scanner is, for staff. `other-device`: not the one that is meant answers, or which one is meant cannot be told. */
export interface ScannerHealth {
	readonly state: 'ok' | ScanFault | 'other-device';
	/** What a technician wants to know besides; empty when nothing. Holds no personal data. */
	readonly detail: string;
}

export interface ScannerWatchOptions {
	readonly scanner: Pick<LocatedScanner, 'locate' | 'status'>;
	/** Told at the first look, and then whenever it is another than before. */
	readonly onChange: (health: ScannerHealth) => void;
	/** Milliseconds from one look to the next; asking a SANE device takes seconds and may wake it. */
	readonly everyMs: number;
	/** Calls back once after `ms` milliseconds; returns how to call it off. Real time unless a test gives its own. */
	readonly after?: (run: () => void, ms: number) => () => void;
}

/** Follows how the scanner is, between scans only: `locate` gives way to them. Returns how to stop. */
export function watchScanner({ scanner, onChange, everyMs, after = realTime }: ScannerWatchOptions): () => void {
	const stopped = new AbortController();
	let last: ScannerHealth | null = null;
	let callOff = () => {};
	const look = async () => {
		const health = await healthOf(scanner, stopped.signal);
		if (stopped.signal.aborted) return;
		callOff = after(() => void look(), everyMs);
		if (health === null || (health.state === last?.state && health.detail === last.detail)) return;
		last = health;
		onChange(health);
	};
	void look();
	return () => {
		stopped.abort();
		callOff();
	};
}

/** How it is now; null while somebody scans. */
async function healthOf(scanner: ScannerWatchOptions['scanner'], signal: AbortSignal): Promise<ScannerHealth | null> {
	const place = await scanner.locate(signal);
	if (place === null) return null;
	const detail = wrongWithPlace(place)?.found ?? '';
	if (place.kind === 'several') return { state: 'other-device', detail };
	if (place.kind === 'missing') {
		const { atConfigured } = place;
		return { state: atConfigured.answers ? 'other-device' : atConfigured.report.fault, detail };
	}
	const status = await scanner.status(signal);
	if (!status.ok) return { state: status.fault.fault, detail: status.fault.detail };
	const { feeder } = status.value;
	return { state: feeder === 'jam' || feeder === 'cover-open' ? feeder : 'ok', detail };
}

const realTime = (run: () => void, ms: number) => {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
};
