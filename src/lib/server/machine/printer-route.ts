import type { Printer } from '../../ports/printer.ts';

/**
 * One printer over two roads: straight to it when it takes PDF by itself, through a private queue when it does not. Asked anew at
 * each print, since a printer may be exchanged while we run; one that is too busy to say keeps the road that it had.
 */
export function createRoutedPrinter(direct: Printer, viaQueue: Printer): Printer {
	let queueWasUsed = false;
	let wasWithoutPdf = false;
	const isWithoutPdf = (asked: Awaited<ReturnType<Printer['attributes']>>) => {
		if (asked.ok) wasWithoutPdf = !asked.value.documentFormats.includes('application/pdf');
		return wasWithoutPdf;
	};
	return {
		async attributes(signal) {
			const asked = await direct.attributes(signal);
			if (!isWithoutPdf(asked)) return asked;
			queueWasUsed = true;
			return viaQueue.attributes(signal);
		},
		async *print(request, signal) {
			if (!isWithoutPdf(await direct.attributes(signal))) return yield* direct.print(request, signal);
			queueWasUsed = true;
			yield* viaQueue.print(request, signal);
		},
		async openJobs(signal) {
			const atPrinter = await direct.openJobs(signal);
			if (!queueWasUsed || !atPrinter.ok) return atPrinter;
			const inQueue = await viaQueue.openJobs(signal);
			return inQueue.ok ? { ok: true, value: atPrinter.value + inQueue.value } : inQueue;
		},
		async wipe(signal) {
			if (!queueWasUsed) return direct.wipe(signal);
			// The queue first: while it lives it may send the printer another job.
			const queue = await viaQueue.wipe(signal);
			const printer = await direct.wipe(signal);
			queueWasUsed = !queue.proven;
			return {
				step: 'printer',
				proven: queue.proven && printer.proven,
				lookedAt: [...queue.lookedAt, ...printer.lookedAt],
				found: [...queue.found, ...printer.found],
				durationMs: queue.durationMs + printer.durationMs
			};
		}
	};
}
