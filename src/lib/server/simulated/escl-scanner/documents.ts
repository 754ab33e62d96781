import * as v from 'valibot';
import { a4 } from './sample-pages.ts';
import type { Job, JobRequest, Mechanics } from './mechanics.ts';

const namespaces =
	'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const simulatedResolutionsDpi = [75, 100, 150, 200, 300, 600] as const;
export const simulatedMakeAndModel = 'Esimerkki Simulated eSCL 1';
export const simulatedSerialNumber = 'SIM0001';

const inputCaps = `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>${a4.width}</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>${a4.height}</scan:MaxHeight>
<scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>${simulatedResolutionsDpi
	.map(
		(dpi) =>
			`<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`
	)
	.join('')}</scan:DiscreteResolutions></scan:SupportedResolutions>
</scan:SettingProfile></scan:SettingProfiles><scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents>`;

/** What a simulated scanner says it is. */
export interface SimulatedIdentity {
	readonly makeAndModel: string;
	readonly serialNumber: string;
}

/** ScannerCapabilities (eSCL 2.97 §8.1). */
export const capabilitiesDocument = ({
	makeAndModel,
	serialNumber
}: SimulatedIdentity): string => `${head}<scan:ScannerCapabilities ${namespaces}>
<pwg:Version>2.97</pwg:Version><pwg:MakeAndModel>${makeAndModel}</pwg:MakeAndModel><pwg:SerialNumber>${serialNumber}</pwg:SerialNumber>
<scan:UUID>00000000-0000-4000-8000-000000000001</scan:UUID>
<scan:Platen><scan:PlatenInputCaps>${inputCaps}</scan:PlatenInputCaps></scan:Platen>
<scan:Adf><scan:AdfSimplexInputCaps>${inputCaps}</scan:AdfSimplexInputCaps><scan:AdfDuplexInputCaps>${inputCaps}</scan:AdfDuplexInputCaps>
<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>
`;

const adfStates = {
	loaded: 'ScannerAdfLoaded',
	empty: 'ScannerAdfEmpty',
	jam: 'ScannerAdfJam',
	'cover-open': 'ScannerAdfDoorOpen'
} as const;
const jobReasons = {
	Processing: 'JobScanning',
	Completed: 'JobCompletedSuccessfully',
	Aborted: 'AbortedBySystem',
	Canceled: 'JobCanceledByUser'
} as const satisfies Record<Job['state'], string>;

export const jobPath = (job: Job): string => `/eSCL/ScanJobs/${job.id}`;

/** ScannerStatus (eSCL 2.97 §9.1). */
export function statusDocument(mechanics: Mechanics): string {
	const feeder = mechanics.feeder();
	const busy = mechanics.jobs().some((job) => job.state === 'Processing');
	const stopped = feeder === 'jam' || feeder === 'cover-open';
	const jobs = mechanics
		.jobs()
		.toReversed()
		.map(
			(job) =>
				`<scan:JobInfo><pwg:JobUri>${jobPath(job)}</pwg:JobUri><pwg:JobUuid>${job.id}</pwg:JobUuid><scan:Age>0</scan:Age>` +
				`<pwg:ImagesCompleted>${job.pagesGiven}</pwg:ImagesCompleted><pwg:ImagesToTransfer>0</pwg:ImagesToTransfer><pwg:JobState>${job.state}</pwg:JobState>` +
				`<pwg:JobStateReasons><pwg:JobStateReason>${jobReasons[job.state]}</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>`
		);
	return `${head}<scan:ScannerStatus ${namespaces}>
<pwg:Version>2.97</pwg:Version><pwg:State>${stopped ? 'Stopped' : busy ? 'Processing' : 'Idle'}</pwg:State><scan:AdfState>${adfStates[feeder]}</scan:AdfState>
<scan:Jobs>${jobs.join('\n')}</scan:Jobs></scan:ScannerStatus>
`;
}

/** The text between `<…:name>` and its end, by a reader that shares nothing with the adapter's. */
function element(text: string, name: string): string | undefined {
	const begin = text.indexOf(`:${name}>`);
	const end = text.indexOf('</', begin);
	return begin === -1 || end === -1 ? undefined : text.slice(begin + name.length + 2, end).trim();
}

const jobSettingsSchema = v.object({
	source: v.picklist(['Feeder', 'Platen']),
	duplex: v.optional(v.picklist(['true', 'false']), 'false'),
	colourMode: v.picklist(['Grayscale8', 'RGB24']),
	resolution: v.picklist(simulatedResolutionsDpi.map(String)),
	format: v.optional(v.literal('image/jpeg'), 'image/jpeg')
});

/** What a ScanSettings document (eSCL 2.97 §8.3) asks for, or null where this scanner cannot do it. */
export function readJobRequest(document: string): JobRequest | null {
	const settings = v.safeParse(jobSettingsSchema, {
		source: element(document, 'InputSource'),
		duplex: element(document, 'Duplex'),
		colourMode: element(document, 'ColorMode'),
		resolution: element(document, 'XResolution'),
		format: element(document, 'DocumentFormatExt') ?? element(document, 'DocumentFormat')
	});
	if (!settings.success) return null;
	const { source, duplex, colourMode, resolution } = settings.output;
	return {
		source: source === 'Feeder' ? 'feeder' : 'flatbed',
		twoSided: source === 'Feeder' && duplex === 'true',
		settings: { resolutionDpi: Number(resolution), colour: colourMode === 'RGB24' }
	};
}
