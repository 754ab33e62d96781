import { failed, ok, type Result } from '../../../domain/result.ts';
import type {
	PrintColour,
	PrintFault,
	PrintFaultReport,
	PrintOrientation,
	PrintRequest,
	PrintScaling,
	PrintSides,
	PrinterAttributes
} from '../../../ports/printer.ts';
import { booleanOf, groupsOf, make, numbersOf, rangesOf, stringsOf } from './attributes.ts';
import type { IppAttribute, IppGroup, IppMessage } from './codec.ts';
import { faultsOfReasons, notesOfReasons } from './faults.ts';
import { operations, orientations, printerStates, type OperationName } from './operations.ts';

const sidesKeywords: readonly PrintSides[] = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'];
const colourKeywords: readonly PrintColour[] = ['color', 'monochrome'];
const scalingKeywords: readonly PrintScaling[] = ['auto', 'fit', 'none'];
const orientationNames = Object.keys(orientations) as PrintOrientation[];
const collated = 'separate-documents-collated-copies';

/** What a printer can do, and how it can be spoken to. */
export interface Offer {
	readonly attributes: PrinterAttributes;
	/** Create-Job and Send-Document: the job has a number before the document goes out, so it can be watched and cancelled. */
	readonly takesJobFirst: boolean;
	readonly validates: boolean;
}

/** The attributes that {@link readOffer} reads: a big printer's whole answer is some 100 kB. */
export const offerAttributes = [
	...['printer-make-and-model', 'printer-state', 'printer-state-reasons', 'operations-supported'],
	...['document-format-supported', 'copies-supported', 'page-ranges-supported', 'sides-supported', 'media-supported'],
	...['print-color-mode-supported', 'print-scaling-supported', 'orientation-requested-supported'],
	'multiple-document-handling-supported'
];

const known = <Keyword extends string>(all: readonly Keyword[], seen: readonly string[]) =>
	all.filter((keyword) => seen.includes(keyword));

/** The faults of a printer as its state and its reasons together tell them: one that is stopped for no reason we know is `offline`. */
export const faultsOfPrinter = (printer: IppGroup | undefined): PrintFault[] => {
	const faults = faultsOfReasons(stringsOf(printer, 'printer-state-reasons'));
	const stopped = numbersOf(printer, 'printer-state')[0] === printerStates.stopped;
	return stopped && faults.length === 0 ? ['offline'] : faults;
};

/** Reads the answer to Get-Printer-Attributes. */
export function readOffer(message: IppMessage): Result<Offer, PrintFaultReport> {
	const printer = groupsOf(message, 'printer')[0];
	const state = numbersOf(printer, 'printer-state')[0];
	const name = (Object.keys(printerStates) as (keyof typeof printerStates)[]).find(
		(candidate) => printerStates[candidate] === state
	);
	if (!name) return failed({ fault: 'bad-answer', detail: 'an answer without printer-state' });
	const knows = (operation: OperationName) =>
		numbersOf(printer, 'operations-supported').includes(operations[operation]);
	const sides = known(sidesKeywords, stringsOf(printer, 'sides-supported'));
	const turns = numbersOf(printer, 'orientation-requested-supported');
	return ok({
		attributes: {
			makeAndModel: stringsOf(printer, 'printer-make-and-model')[0] ?? '',
			state: name,
			faults: faultsOfPrinter(printer),
			notes: notesOfReasons(stringsOf(printer, 'printer-state-reasons')),
			sides: sides.length > 0 ? sides : ['one-sided'],
			colours: known(colourKeywords, stringsOf(printer, 'print-color-mode-supported')),
			documentFormats: stringsOf(printer, 'document-format-supported'),
			pageRanges: booleanOf(printer, 'page-ranges-supported') ?? false,
			maxCopies: rangesOf(printer, 'copies-supported')[0]?.to ?? 1,
			collate: stringsOf(printer, 'multiple-document-handling-supported').includes(collated),
			scaling: known(scalingKeywords, stringsOf(printer, 'print-scaling-supported')),
			orientations: orientationNames.filter((orientation) => turns.includes(orientations[orientation])),
			media: stringsOf(printer, 'media-supported')
		},
		takesJobFirst: knows('create-job') && knows('send-document'),
		validates: knows('validate-job')
	});
}

/** Why this printer cannot do this request as it is asked; undefined when it can. */
export function refusalOf(offer: PrinterAttributes, request: PrintRequest): string | undefined {
	const { scaling, orientation, media } = request;
	if (!offer.documentFormats.includes('application/pdf')) return 'application/pdf is not in document-format-supported';
	if (request.copies > offer.maxCopies) return `${request.copies} copies, copies-supported ends at ${offer.maxCopies}`;
	if (!offer.sides.includes(request.sides)) return `${request.sides} is not in sides-supported`;
	if (request.pageRanges.length > 0 && !offer.pageRanges) return 'page-ranges-supported is not true';
	if (scaling && !offer.scaling.includes(scaling)) return `${scaling} is not in print-scaling-supported`;
	if (orientation && !offer.orientations.includes(orientation)) {
		return `${orientation} is not in orientation-requested-supported`;
	}
	if (media && !offer.media.includes(media)) return `${media} is not in media-supported`;
	return undefined;
}

/** The request as job template attributes (RFC 8011 §5.2). */
export const jobTemplate = (offer: PrinterAttributes, request: PrintRequest): IppAttribute[] => [
	make.integer('copies', request.copies),
	make.keyword('sides', request.sides),
	...(request.copies > 1 && offer.collate ? [make.keyword('multiple-document-handling', collated)] : []),
	...(offer.colours.includes(request.colour) ? [make.keyword('print-color-mode', request.colour)] : []),
	...(request.pageRanges.length > 0 ? [make.ranges('page-ranges', ...request.pageRanges)] : []),
	...(request.scaling ? [make.keyword('print-scaling', request.scaling)] : []),
	...(request.orientation ? [make.enum('orientation-requested', orientations[request.orientation])] : []),
	...(request.media ? [make.keyword('media', request.media)] : [])
];

/** What the paper would show if it were left out; colour is not among it, since a black printer is what it is. */
const mustBeKept = ['copies', 'sides', 'page-ranges', 'print-scaling', 'orientation-requested', 'media'];

/** What a printer that took a job, or would take it, says that it would do otherwise than asked (RFC 8011 §4.1.7). */
export const leftOut = (answer: IppMessage): string[] =>
	groupsOf(answer, 'unsupported')
		.flatMap(({ attributes }) => attributes.map(({ name }) => name))
		.filter((name) => mustBeKept.includes(name));
