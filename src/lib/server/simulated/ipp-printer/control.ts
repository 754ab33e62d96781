import * as v from 'valibot';
import type { JobTicket } from './engine.ts';

/** What can be done to the simulated printer from outside, in process or as the JSON body of `POST /control`. */
export const printerCommandSchema = v.variant('do', [
	v.strictObject({
		do: v.picklist([
			'paperOut',
			'jam',
			'clearJam',
			'openCover',
			'closeCover',
			'goOffline',
			'goOnline',
			/** The job on the device, or the next one, ends as aborted. */
			'abortNext',
			/** Somebody presses the cancel button on the device. */
			'cancelCurrent',
			/** Jobs are taken but no page is printed until `release`. */
			'hold',
			'release',
			'clearReceived',
			'answerProperly'
		])
	}),
	v.strictObject({ do: v.literal('loadPaper'), sheets: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
	/** Any `printer-state-reasons` keyword; `stops` (true without it): no page is printed until it is cleared. */
	v.strictObject({ do: v.literal('raise'), reason: v.string(), stops: v.optional(v.boolean()) }),
	v.strictObject({ do: v.literal('clear'), reason: v.string() }),
	/** garbage: no IPP at all. half: the answer stops in the middle. nothing: no answer ever. */
	v.strictObject({ do: v.literal('answerNonsense'), kind: v.picklist(['garbage', 'half', 'nothing']) })
]);
export type PrinterCommand = v.InferOutput<typeof printerCommandSchema>;
export type Nonsense = Extract<PrinterCommand, { do: 'answerNonsense' }>['kind'];

/** What came with a document, and the document. */
export interface ReceivedDocument extends JobTicket {
	readonly jobId: number;
	readonly format: string;
	readonly document: Uint8Array;
}

export interface PrinterControl {
	apply(command: PrinterCommand): void;
	/** Every document that came since the start or `clearReceived`, in order. */
	readonly received: readonly ReceivedDocument[];
}
