import * as v from 'valibot';
import type { ScanFault, ScannerCapabilities, ScannerStatus } from '../../../ports/scanner.ts';
import { allBelow, childOf, readXml, type XmlElement } from './xml.ts';

/** The scan area of one input, in three hundredths of an inch. */
export interface InputArea {
	readonly width: number;
	readonly height: number;
}

/** What the port wants to know, and what only a scan job needs. */
export interface EsclCapabilities {
	readonly device: ScannerCapabilities;
	/** The version of the protocol that the device speaks; jobs are written in it. */
	readonly version: string;
	readonly areas: { readonly feeder: InputArea | null; readonly flatbed: InputArea | null };
}

export interface EsclStatus {
	readonly status: ScannerStatus;
	readonly jobs: readonly { readonly path: string; readonly state: string }[];
}

const shortText = v.pipe(v.string(), v.maxLength(200));
const wholeNumber = v.pipe(v.string(), v.digits(), v.maxLength(6), v.transform(Number), v.minValue(1));
const area = v.nullable(v.object({ width: wholeNumber, height: wholeNumber }));
/** What a range of resolutions is offered as. */
const usualResolutionsDpi = [75, 100, 150, 200, 300, 400, 600];

const capabilitiesSchema = v.pipe(
	v.object({
		name: v.literal('ScannerCapabilities'),
		version: v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{1,3}$/)),
		makeAndModel: v.pipe(shortText, v.nonEmpty()),
		serialNumber: v.nullable(shortText),
		feeder: area,
		flatbed: area,
		duplex: v.boolean(),
		colourModes: v.array(shortText),
		resolutions: v.array(wholeNumber),
		ranges: v.array(v.object({ from: wholeNumber, to: wholeNumber }))
	}),
	v.check(({ feeder, flatbed }) => feeder !== null || flatbed !== null, 'no input'),
	v.check(({ resolutions, ranges }) => resolutions.length + ranges.length > 0, 'no resolution')
);

const inputArea = (caps: XmlElement | undefined) =>
	caps ? { width: childOf(caps, 'MaxWidth')?.text, height: childOf(caps, 'MaxHeight')?.text } : null;

/** Reads ScannerCapabilities (eSCL 2.97 §8.1), or null where the document is none. */
export function readCapabilities(document: string): EsclCapabilities | null {
	const root = readXml(document);
	if (!root) return null;
	const feeder = childOf(root, 'Adf', 'AdfSimplexInputCaps');
	const duplex = childOf(root, 'Adf', 'AdfDuplexInputCaps');
	const ranges = allBelow(root, 'XResolutionRange').map((range) => ({
		from: childOf(range, 'Min')?.text,
		to: childOf(range, 'Max')?.text
	}));
	const read = v.safeParse(capabilitiesSchema, {
		name: root.name,
		version: childOf(root, 'Version')?.text,
		makeAndModel: childOf(root, 'MakeAndModel')?.text,
		serialNumber: childOf(root, 'SerialNumber')?.text ?? null,
		feeder: inputArea(feeder ?? duplex),
		flatbed: inputArea(childOf(root, 'Platen', 'PlatenInputCaps')),
		duplex: duplex !== undefined,
		colourModes: allBelow(root, 'ColorMode').map((mode) => mode.text),
		resolutions: allBelow(root, 'DiscreteResolution').map((resolution) => childOf(resolution, 'XResolution')?.text),
		ranges
	});
	if (!read.success) return null;
	const answer = read.output;
	const inRange = usualResolutionsDpi.filter((dpi) => answer.ranges.some(({ from, to }) => from <= dpi && dpi <= to));
	return {
		device: {
			makeAndModel: answer.makeAndModel,
			serialNumber: answer.serialNumber || null,
			sources: [...(answer.feeder ? (['feeder'] as const) : []), ...(answer.flatbed ? (['flatbed'] as const) : [])],
			duplex: answer.duplex,
			colour: answer.colourModes.some((mode) => mode.startsWith('RGB')),
			resolutionsDpi: [...new Set([...answer.resolutions, ...inRange])].sort((a, b) => a - b)
		},
		version: answer.version,
		areas: { feeder: answer.feeder, flatbed: answer.flatbed }
	};
}

const feederStates: Readonly<Record<string, ScannerStatus['feeder']>> = {
	ScannerAdfLoaded: 'loaded',
	ScannerAdfProcessing: 'loaded',
	ScannerAdfEmpty: 'empty',
	ScannerAdfJam: 'jam',
	ScannerAdfMispick: 'jam',
	ScannerAdfMultipickDetected: 'jam',
	ScannerAdfDoorOpen: 'cover-open',
	ScannerAdfHatchOpen: 'cover-open'
};

const statusSchema = v.object({
	name: v.literal('ScannerStatus'),
	state: v.picklist(['Idle', 'Processing', 'Testing', 'Stopped', 'Down']),
	adfState: v.nullable(shortText),
	jobs: v.array(v.object({ path: v.pipe(v.string(), v.maxLength(2000)), state: shortText }))
});

/** Reads ScannerStatus (eSCL 2.97 §9.1), or null where the document is none. */
export function readStatus(document: string): EsclStatus | null {
	const root = readXml(document);
	if (!root) return null;
	const read = v.safeParse(statusSchema, {
		name: root.name,
		state: childOf(root, 'State')?.text,
		adfState: childOf(root, 'AdfState')?.text ?? null,
		jobs: allBelow(root, 'JobInfo').map((job) => ({
			path: childOf(job, 'JobUri')?.text,
			state: childOf(job, 'JobState')?.text
		}))
	});
	if (!read.success) return null;
	const { state, adfState, jobs } = read.output;
	return {
		status: {
			state: state === 'Idle' ? 'idle' : state === 'Processing' || state === 'Testing' ? 'processing' : 'stopped',
			feeder: adfState === null ? 'absent' : (feederStates[adfState] ?? 'unknown')
		},
		jobs
	};
}

/** The fault that a feeder's state names by itself. */
export const faultOfFeeder = (feeder: ScannerStatus['feeder']): ScanFault | null =>
	feeder === 'jam' || feeder === 'cover-open' ? feeder : feeder === 'empty' ? 'feeder-empty' : null;
