import type { ScanFault, ScanFaultReport } from '../../../ports/scanner.ts';

/** sane_strstatus (SANE 1.06 §4.2.7) in the C locale. Texts that are not here are an io-error. */
const faultOfStatus: Readonly<Record<string, ScanFault>> = {
	'Device busy': 'busy',
	'Document feeder jammed': 'jam',
	'Document feeder out of documents': 'feeder-empty',
	'Scanner cover is open': 'cover-open',
	'Out of memory': 'out-of-memory'
};

/** scanimage ends with the SANE status as its code, where it has one for it. */
const faultOfCode: Readonly<Record<number, ScanFault>> = {
	3: 'busy',
	6: 'jam',
	7: 'feeder-empty',
	8: 'cover-open',
	10: 'out-of-memory'
};

/** How a scanimage run ended: its code (null: killed) and what it wrote to stderr. */
export interface ScanimageEnd {
	readonly code: number | null;
	readonly stderr: string;
}

/** A fault and the step in which SANE told it; null where only the code of the process tells. */
export interface ScanimageFault extends ScanFaultReport {
	readonly step: 'open' | 'sane_start' | 'sane_read' | null;
}

const after = (line: string, mark: string) => {
	const at = line.indexOf(mark);
	return at === -1 ? null : line.slice(at + mark.length).trim();
};

/**
 * The fault that scanimage tells of, or null where all went well. Its code alone is not believed: after a failed read it may be 0.
 * The report carries SANE's own sentence only, since the lines also hold device names and paths.
 */
export function faultOf({ code, stderr }: ScanimageEnd): ScanimageFault | null {
	for (const line of stderr.split('\n')) {
		const failedOpen = line.includes('open of device ') ? after(line, ' failed: ') : null;
		if (failedOpen !== null)
			return { fault: failedOpen === 'Device busy' ? 'busy' : 'offline', detail: `open: ${failedOpen}`, step: 'open' };
		for (const step of ['sane_start', 'sane_read'] as const) {
			const status = after(line, `${step}: `);
			if (status !== null)
				return { fault: faultOfStatus[status] ?? 'io-error', detail: `${step}: ${status.slice(0, 80)}`, step };
		}
	}
	if (code === 0) return null;
	return {
		fault: faultOfCode[code ?? -1] ?? 'io-error',
		detail: code === null ? 'scanimage was killed' : `scanimage ended with ${code}`,
		step: null
	};
}
