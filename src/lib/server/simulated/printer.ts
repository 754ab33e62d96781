import { failed, ok, type Result } from '../../domain/result.ts';
import type {
	PrintDocument,
	PrintEvent,
	PrintFault,
	PrintFaultReport,
	PrintRequest,
	Printer,
	PrinterAttributes
} from '../../ports/printer.ts';
import { faultOfAbort, faultsOfReasons, notesOfReasons } from '../adapters/ipp/faults.ts';
import type { PrinterControl } from './ipp-printer/control.ts';
import { createPrintEngine, isOver, type EngineOptions, type SimulatedJob } from './ipp-printer/engine.ts';

export interface SimulatedPrinter extends Printer {
	readonly control: PrinterControl;
}

const report = (fault: PrintFault): PrintFaultReport => ({ fault, detail: 'simulated' });

const bytesOf = async (document: PrintDocument): Promise<Uint8Array> => {
	if (document instanceof Uint8Array) return document;
	const chunks: Uint8Array[] = [];
	for await (const chunk of document()) chunks.push(chunk);
	return Buffer.concat(chunks);
};

/** The simulated printer without a protocol between: the same controls as the simulated IPP printer, for fast tests and demos. */
export function createSimulatedPrinter(options: EngineOptions = {}): SimulatedPrinter {
	const engine = createPrintEngine(options);

	const unreachable = (): PrintFault | undefined => {
		if (engine.isOffline()) return 'offline';
		const nonsense = engine.nonsense();
		return nonsense && (nonsense === 'nothing' ? 'timed-out' : 'bad-answer');
	};
	const answer = <Value>(value: () => Value): Result<Value, PrintFaultReport> => {
		const fault = unreachable();
		return fault ? failed(report(fault)) : ok(value());
	};
	const faultsNow = (): PrintFault[] => {
		const faults = faultsOfReasons(engine.reasons());
		return engine.state() === 'stopped' && faults.length === 0 ? ['offline'] : faults;
	};
	const attributes = (): PrinterAttributes => ({
		makeAndModel: 'Simulated printer',
		state: engine.state(),
		faults: faultsNow(),
		notes: notesOfReasons(engine.reasons()),
		sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
		colours: ['color', 'monochrome'],
		documentFormats: ['application/pdf'],
		pageRanges: true,
		maxCopies: 99,
		collate: true,
		scaling: ['auto', 'fit', 'none'],
		orientations: ['portrait', 'landscape'],
		media: ['iso_a4_210x297mm', 'iso_a5_148x210mm']
	});
	const openJobs = () => engine.jobs().filter((job) => !isOver(job));

	const eventOf = (job: SimulatedJob): PrintEvent | undefined => {
		const { impressionsCompleted } = job;
		const ended = (fault: PrintFault): PrintEvent => ({ type: 'failed', report: report(fault), impressionsCompleted });
		if (job.state === 'completed') return { type: 'done', impressionsCompleted };
		if (job.state === 'aborted') return ended(faultOfAbort(job.reasons));
		if (job.state === 'canceled') return ended('cancelled-at-printer');
		const fault = unreachable() ?? faultsNow()[0];
		if (fault) return { type: 'waiting', fault };
		return job.state === 'pending' ? { type: 'sent' } : { type: 'printing', impressionsCompleted };
	};

	async function* print(request: PrintRequest, signal: AbortSignal): AsyncGenerator<PrintEvent> {
		if (signal.aborted) return;
		const fault = unreachable();
		if (fault) return yield { type: 'failed', report: report(fault), impressionsCompleted: 0 };
		const aborted = Promise.withResolvers<void>();
		signal.addEventListener('abort', () => aborted.resolve(), { once: true });
		const { document, ...wishes } = request;
		const begin = () => engine.begin({ jobName: 'tuloste', userName: 'asiakas', ...wishes });
		let job = begin();
		if (job === 'busy') yield { type: 'waiting', fault: 'busy' };
		while (job === 'busy' && !signal.aborted) {
			await Promise.race([engine.change(), aborted.promise]);
			job = begin();
		}
		if (job === 'busy') return;
		try {
			if (signal.aborted) return;
			yield { type: 'sending' };
			const bytes = await bytesOf(document);
			if (signal.aborted) return;
			engine.feed(job.id, bytes, 'application/pdf');
			yield { type: 'sent' };
			for (let told = JSON.stringify({ type: 'sent' }); !signal.aborted;) {
				const event = eventOf(job);
				const asText = JSON.stringify(event);
				if (event && asText !== told) yield event;
				told = asText;
				if (isOver(job) && (event?.type === 'done' || event?.type === 'failed')) return;
				if (JSON.stringify(eventOf(job)) === asText) await Promise.race([engine.change(), aborted.promise]);
			}
		} finally {
			if (!unreachable()) engine.cancel(job.id);
		}
	}

	return {
		control: engine.control,
		attributes: async () => answer(attributes),
		print,
		openJobs: async () => answer(() => openJobs().length),
		wipe: async () => {
			const startedAt = performance.now();
			const fault = unreachable();
			if (!fault) for (const { id } of openJobs()) engine.cancel(id);
			const left = openJobs().length;
			return {
				step: 'printer',
				proven: left === 0,
				lookedAt: [fault ? `the printer did not tell its open jobs (${fault})` : 'the open jobs of the printer'],
				found: left === 0 ? [] : [`${left} open jobs`],
				durationMs: performance.now() - startedAt
			};
		}
	};
}
