import type { PageRange, PrintOrientation, PrintScaling, PrintSides } from '../../../ports/printer.ts';
import { groupsOf, make, numbersOf, rangesOf, stringsOf, booleanOf } from '../../adapters/ipp/attributes.ts';
import type { IppAttribute, IppGroup, IppGroupName, IppMessage, IppValue } from '../../adapters/ipp/codec.ts';
import {
	jobStates,
	operations,
	orientations,
	printerStates,
	statusCodes,
	type StatusName
} from '../../adapters/ipp/operations.ts';
import { isOver, type JobTicket, type PrintEngine, type SimulatedJob } from './engine.ts';

type Answer = { status: StatusName; groups?: readonly { name: IppGroupName; attributes: readonly IppAttribute[] }[] };

const sizes = [
	['iso_a4_210x297mm', 21000, 29700],
	['iso_a5_148x210mm', 14800, 21000]
] as const;
const sidesKeywords: readonly PrintSides[] = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'];
const scalingKeywords: readonly PrintScaling[] = ['auto', 'fit', 'none'];
const orientationNames = Object.keys(orientations) as PrintOrientation[];
const collated = 'separate-documents-collated-copies';

const collection = (...members: IppAttribute[]): IppValue => ({ type: 'collection', members });
const mediaSize = (width: number, height: number) =>
	collection(make.integer('x-dimension', width), make.integer('y-dimension', height));
const margins = ['media-bottom-margin', 'media-left-margin', 'media-right-margin', 'media-top-margin'] as const;
const mediaCol = ([name, width, height]: (typeof sizes)[number]) =>
	collection(
		make.keyword('media-size-name', name),
		make.attribute('media-size', mediaSize(width, height)),
		...margins.map((margin) => make.integer(margin, 423)),
		make.keyword('media-source', 'main'),
		make.keyword('media-type', 'stationery')
	);
const dpi = (name: string): IppAttribute =>
	make.attribute(name, { type: 'resolution', crossFeed: 600, feed: 600, units: 3 });

/** What the printer says about itself: enough for a CUPS `everywhere` queue (PWG 5100.14 §4). */
export const printerAttributes = (engine: PrintEngine, uri: string): IppAttribute[] => [
	make.uri('printer-uri-supported', uri),
	make.keyword('uri-security-supported', 'none'),
	make.keyword('uri-authentication-supported', 'none'),
	make.name('printer-name', 'simulated'),
	make.text('printer-info', 'Simulated IPP printer'),
	make.text('printer-location', ''),
	make.text('printer-make-and-model', 'Simulated IPP printer'),
	make.uri('printer-more-info', uri.replace(/^ipp/, 'http')),
	make.uri('printer-uuid', 'urn:uuid:5ae9b0a2-4b1c-4d8e-9c7f-0d6f1f0a7b11'),
	make.enum('printer-state', printerStates[engine.state()]),
	make.keyword('printer-state-reasons', ...(engine.reasons().length > 0 ? engine.reasons() : ['none'])),
	make.boolean('printer-is-accepting-jobs', true),
	make.integer('queued-job-count', engine.jobs().filter((job) => !isOver(job)).length),
	make.integer('printer-up-time', Math.max(1, Math.floor(performance.now() / 1000))),
	make.keyword('ipp-versions-supported', '1.1', '2.0'),
	make.keyword('ipp-features-supported', 'ipp-everywhere'),
	make.enum('operations-supported', ...Object.values(operations)),
	make.charset('charset-configured', 'utf-8'),
	make.charset('charset-supported', 'utf-8'),
	make.naturalLanguage('natural-language-configured', 'en'),
	make.naturalLanguage('generated-natural-language-supported', 'en'),
	make.mimeMediaType('document-format-default', 'application/pdf'),
	make.mimeMediaType('document-format-supported', 'application/pdf'),
	make.keyword('compression-supported', 'none'),
	make.keyword('pdl-override-supported', 'attempted'),
	make.boolean('multiple-document-jobs-supported', false),
	make.integer('multiple-operation-time-out', 60),
	make.boolean('job-ids-supported', true),
	make.keyword('which-jobs-supported', 'completed', 'not-completed'),
	make.boolean('color-supported', true),
	make.integer('pages-per-minute', 30),
	make.integer('copies-default', 1),
	make.ranges('copies-supported', { from: 1, to: 99 }),
	make.keyword('sides-default', 'one-sided'),
	make.keyword('sides-supported', ...sidesKeywords),
	make.keyword('print-color-mode-default', 'color'),
	make.keyword('print-color-mode-supported', 'color', 'monochrome'),
	make.boolean('page-ranges-supported', true),
	make.enum('print-quality-default', 4),
	make.enum('print-quality-supported', 3, 4, 5),
	dpi('printer-resolution-default'),
	dpi('printer-resolution-supported'),
	make.enum('orientation-requested-default', 3),
	make.enum('orientation-requested-supported', ...Object.values(orientations)),
	make.keyword('print-scaling-default', 'auto'),
	make.keyword('print-scaling-supported', ...scalingKeywords),
	make.keyword('multiple-document-handling-default', collated),
	make.keyword('multiple-document-handling-supported', collated),
	make.keyword('output-bin-default', 'face-down'),
	make.keyword('output-bin-supported', 'face-down'),
	make.keyword('media-default', sizes[0][0]),
	make.keyword('media-ready', sizes[0][0]),
	make.keyword('media-supported', ...sizes.map(([name]) => name)),
	make.keyword('media-source-supported', 'main'),
	make.keyword('media-type-supported', 'stationery'),
	...margins.map((margin) => make.integer(`${margin}-supported`, 423)),
	make.attribute('media-size-supported', ...sizes.map(([, width, height]) => mediaSize(width, height))),
	make.keyword('media-col-supported', 'media-size', ...margins, 'media-source', 'media-type'),
	make.attribute('media-col-default', mediaCol(sizes[0])),
	make.attribute('media-col-ready', mediaCol(sizes[0])),
	make.attribute('media-col-database', ...sizes.map(mediaCol))
];

const jobAttributes = (job: SimulatedJob, uri: string): IppAttribute[] => [
	make.integer('job-id', job.id),
	make.uri('job-uri', `${uri}/${job.id}`),
	make.uri('job-printer-uri', uri),
	make.name('job-name', job.ticket.jobName),
	make.name('job-originating-user-name', job.ticket.userName),
	make.enum('job-state', jobStates[job.state]),
	make.keyword('job-state-reasons', ...(job.reasons.length > 0 ? job.reasons : ['none'])),
	make.integer('job-impressions', job.impressions),
	make.integer('job-impressions-completed', job.impressionsCompleted)
];

const wholeGroups = ['all', 'printer-description', 'job-template', 'job-description'];
const asked = (operation: IppGroup | undefined, attributes: readonly IppAttribute[]) => {
	const names = stringsOf(operation, 'requested-attributes');
	const everything = names.length === 0 || names.some((name) => wholeGroups.includes(name));
	return everything ? attributes : attributes.filter(({ name }) => names.includes(name));
};

/** Nothing for what was not asked for. */
const layoutOf = (job: IppGroup | undefined): Pick<JobTicket, 'scaling' | 'orientation' | 'media'> => {
	const scaling = scalingKeywords.find((keyword) => keyword === stringsOf(job, 'print-scaling')[0]);
	const [turn] = numbersOf(job, 'orientation-requested');
	const orientation = orientationNames.find((name) => orientations[name] === turn);
	const [media] = stringsOf(job, 'media');
	return { ...(scaling && { scaling }), ...(orientation && { orientation }), ...(media && { media }) };
};

const ticketOf = (operation: IppGroup | undefined, job: IppGroup | undefined): JobTicket => ({
	jobName: stringsOf(operation, 'job-name')[0] ?? 'untitled',
	userName: stringsOf(operation, 'requesting-user-name')[0] ?? 'anonymous',
	copies: numbersOf(job, 'copies')[0] ?? 1,
	sides: sidesKeywords.find((sides) => sides === stringsOf(job, 'sides')[0]) ?? 'one-sided',
	colour: stringsOf(job, 'print-color-mode')[0] ?? 'color',
	pageRanges: rangesOf(job, 'page-ranges') satisfies PageRange[],
	...layoutOf(job)
});

/** Does what one request asks of the engine and says what comes of it. */
export function answerTo(request: IppMessage, engine: PrintEngine, uri: string): Answer {
	const operation = groupsOf(request, 'operation')[0];
	const ticket = ticketOf(operation, groupsOf(request, 'job')[0]);
	const format = stringsOf(operation, 'document-format')[0] ?? 'application/pdf';
	const jobId =
		numbersOf(operation, 'job-id')[0] ?? Number(stringsOf(operation, 'job-uri')[0]?.split('/').at(-1) ?? Number.NaN);
	const job = engine.jobs().find(({ id }) => id === jobId);
	const about = (found: SimulatedJob): Answer => ({
		status: 'successful-ok',
		groups: [{ name: 'job', attributes: asked(operation, jobAttributes(found, uri)) }]
	});
	const begin = (then: (begun: SimulatedJob) => void): Answer => {
		const begun = engine.begin(ticket);
		if (begun === 'busy') return { status: 'server-error-busy' };
		then(begun);
		return about(begun);
	};
	const unreadable: Answer | undefined =
		format === 'application/pdf' || format === 'application/octet-stream'
			? undefined
			: { status: 'client-error-document-format-not-supported' };

	switch (request.code) {
		case operations['get-printer-attributes']:
			return {
				status: 'successful-ok',
				groups: [{ name: 'printer', attributes: asked(operation, printerAttributes(engine, uri)) }]
			};
		case operations['validate-job']:
			return unreadable ?? { status: 'successful-ok' };
		case operations['create-job']:
			return begin(() => {});
		case operations['print-job']:
			return unreadable ?? begin(({ id }) => engine.feed(id, request.data, format));
		case operations['send-document']:
			if (!job) return { status: 'client-error-not-found' };
			if (unreadable) return unreadable;
			return engine.feed(job.id, request.data, format) ? about(job) : { status: 'client-error-not-possible' };
		case operations['cancel-job']:
			if (!job) return { status: 'client-error-not-found' };
			return { status: engine.cancel(job.id) ? 'successful-ok' : 'client-error-not-possible' };
		case operations['cancel-my-jobs']: {
			const ids = numbersOf(operation, 'job-ids');
			const mine = engine.jobs().filter(({ ticket: { userName } }) => userName === ticket.userName);
			for (const { id } of mine) if (ids.length === 0 || ids.includes(id)) engine.cancel(id);
			return { status: 'successful-ok' };
		}
		case operations['get-job-attributes']:
			return job ? about(job) : { status: 'client-error-not-found' };
		case operations['get-jobs']: {
			const completed = stringsOf(operation, 'which-jobs')[0] === 'completed';
			const mine = booleanOf(operation, 'my-jobs') ?? false;
			const listed = engine
				.jobs()
				.filter((each) => isOver(each) === completed && (!mine || each.ticket.userName === ticket.userName));
			return { status: 'successful-ok', groups: listed.flatMap((each) => about(each).groups ?? []) };
		}
		default:
			return { status: 'server-error-operation-not-supported' };
	}
}

/** The answer as a message. */
export const messageOf = (request: IppMessage, { status, groups = [] }: Answer): IppMessage => ({
	version: request.version[0] === 1 ? [1, 1] : [2, 0],
	code: statusCodes[status],
	requestId: request.requestId,
	groups: [
		{
			name: 'operation',
			attributes: [
				make.charset('attributes-charset', 'utf-8'),
				make.naturalLanguage('attributes-natural-language', 'en')
			]
		},
		...groups
	],
	data: new Uint8Array()
});
