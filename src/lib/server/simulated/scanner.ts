import { setTimeout as delay } from 'node:timers/promises';
import { readJpeg } from '../../domain/jpeg.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { scanSettings } from '../../domain/scan-settings.ts';
import type {
	ScanEvent,
	ScanFault,
	ScanFaultReport,
	Scanner,
	ScannerCapabilities,
	ScanRequest
} from '../../ports/scanner.ts';
import type { Nonsense, SimulatedScannerControl } from './escl-scanner/control.ts';
import { simulatedMakeAndModel, simulatedResolutionsDpi, simulatedSerialNumber } from './escl-scanner/documents.ts';
import { createMechanics, type Job, type MechanicsOptions } from './escl-scanner/mechanics.ts';

export interface SimulatedScanner extends Scanner {
	readonly control: SimulatedScannerControl;
}

export interface SimulatedScannerOptions extends MechanicsOptions {
	readonly timeLimits?: { readonly answerMs?: number; readonly pageMs?: number; readonly busyMs?: number };
}

const device: ScannerCapabilities = {
	makeAndModel: simulatedMakeAndModel,
	serialNumber: simulatedSerialNumber,
	sources: ['feeder', 'flatbed'],
	duplex: true,
	colour: true,
	resolutionsDpi: simulatedResolutionsDpi
};
const busyPauseMs = 5;

/** What each nonsense of a page comes down to where there is no wire. */
const faultOfNonsense = {
	'truncated-page': 'bad-answer',
	'not-a-jpeg': 'bad-answer',
	'content-length-too-short': 'bad-answer',
	'content-length-too-long': 'timed-out',
	'cut-connection': 'io-error',
	'black-hole': 'timed-out',
	'nonsense-xml': 'bad-answer',
	'half-answer': 'bad-answer'
} as const satisfies Record<Nonsense, ScanFault>;

/** The simulated scanner without a wire: the same mechanics and controls as the eSCL one, in process, for fast tests. */
export function createSimulatedScanner(options: SimulatedScannerOptions = {}): SimulatedScanner {
	const { answerMs = 10_000, pageMs = 60_000, busyMs = 30_000 } = options.timeLimits ?? {};
	const mechanics = createMechanics(options);
	const running = new Set<{ readonly cancel: AbortController; job: Job | null }>();

	/** The fault of asking the device anything, after the time that noticing it takes. */
	async function unwell(signal: AbortSignal): Promise<ScanFaultReport | null> {
		if (mechanics.control.state().offline) return { fault: 'offline', detail: 'simulated' };
		const kind = mechanics.nonsense();
		if (kind === null || !['black-hole', 'nonsense-xml', 'half-answer'].includes(kind)) return null;
		if (kind === 'black-hole') await delay(answerMs, undefined, { signal }).catch(() => {});
		return { fault: faultOfNonsense[kind], detail: `simulated ${kind}` };
	}

	async function begin(request: ScanRequest, signal: AbortSignal): Promise<Result<Job, ScanFault>> {
		const wanted = {
			source: request.source,
			twoSided: request.source === 'feeder' && request.sides === 'two-sided',
			settings: scanSettings(request.preset, device)
		};
		const patience = AbortSignal.timeout(busyMs);
		for (;;) {
			const begun = mechanics.begin(wanted);
			if (begun.ok || begun.fault !== 'busy' || patience.aborted || signal.aborted) return begun;
			await delay(busyPauseMs);
		}
	}

	async function* pagesOf(job: Job, signal: AbortSignal): AsyncGenerator<ScanEvent> {
		const fault = (kind: ScanFault): ScanEvent => ({ type: 'fault', report: { fault: kind, detail: 'simulated' } });
		while (!signal.aborted) {
			const limit = AbortSignal.timeout(pageMs);
			const outcome = await mechanics.nextPage(job, AbortSignal.any([signal, limit]));
			if (signal.aborted) return;
			if (mechanics.control.state().offline) return yield fault('offline');
			if (outcome.kind === 'end') {
				if (limit.aborted) yield fault('timed-out');
				return;
			}
			if (outcome.kind !== 'page') return yield fault(outcome.kind);
			const { bytes, nonsense } = outcome;
			const kind = nonsense && faultOfNonsense[nonsense];
			if (kind === 'timed-out') await delay(pageMs, undefined, { signal }).catch(() => {});
			if (signal.aborted) return;
			if (kind) return yield fault(kind);
			const picture = readJpeg(bytes);
			if (!picture) return yield fault('bad-answer');
			const { widthPx, heightPx } = picture;
			const { resolutionDpi } = job.request.settings;
			yield { type: 'page', page: { bytes, mediaType: 'image/jpeg', widthPx, heightPx, resolutionDpi } };
		}
	}

	async function* scan(request: ScanRequest, signal: AbortSignal): AsyncGenerator<ScanEvent> {
		const cancel = new AbortController();
		const either = AbortSignal.any([signal, cancel.signal]);
		const entry: { readonly cancel: AbortController; job: Job | null } = { cancel, job: null };
		running.add(entry);
		try {
			const sick = await unwell(either);
			if (either.aborted) return;
			if (sick) return yield { type: 'fault', report: sick };
			const begun = await begin(request, either);
			if (begun.ok) entry.job = begun.value;
			if (either.aborted) return;
			if (!begun.ok) return yield { type: 'fault', report: { fault: begun.fault, detail: 'simulated' } };
			yield* pagesOf(begun.value, either);
		} finally {
			if (entry.job) mechanics.cancel(entry.job);
			running.delete(entry);
		}
	}

	return {
		control: mechanics.control,
		async capabilities(signal) {
			const sick = await unwell(signal);
			return sick ? failed(sick) : ok(device);
		},
		async status(signal) {
			const sick = await unwell(signal);
			if (sick) return failed(sick);
			const feeder = mechanics.feeder();
			const stopped = feeder === 'jam' || feeder === 'cover-open';
			const state = stopped ? 'stopped' : mechanics.control.state().runningJobs > 0 ? 'processing' : 'idle';
			return ok({ state, feeder });
		},
		scan,
		async wipe() {
			const began = performance.now();
			for (const { cancel, job } of running) {
				cancel.abort();
				if (job) mechanics.cancel(job);
			}
			const { runningJobs } = mechanics.control.state();
			return {
				step: 'scanner',
				proven: runningJobs === 0,
				lookedAt: ['own running scans'],
				found: runningJobs === 0 ? [] : [`${runningJobs} scan jobs at the scanner`],
				durationMs: performance.now() - began
			};
		}
	};
}
