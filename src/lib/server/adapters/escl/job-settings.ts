import { scanSettings } from '../../../domain/scan-settings.ts';
import type { ScanRequest } from '../../../ports/scanner.ts';
import type { EsclCapabilities } from './answers.ts';

/** A4 in three hundredths of an inch. */
const a4 = { width: 2480, height: 3508 };

/** The ScanSettings document (eSCL 2.97 §8.3) of a request on this device, and the resolution it asks for. */
export function jobSettings(
	request: ScanRequest,
	{ device, version, areas }: EsclCapabilities
): { document: string; resolutionDpi: number } {
	const { resolutionDpi, colour } = scanSettings(request.preset, device);
	const area = areas[request.source] ?? a4;
	const duplex = request.source === 'feeder' && request.sides === 'two-sided' && device.duplex;
	const document = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>${version}</pwg:Version>
<scan:Intent>${request.preset === 'photo' ? 'Photo' : 'Document'}</scan:Intent>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
<pwg:Width>${Math.min(a4.width, area.width)}</pwg:Width><pwg:Height>${Math.min(a4.height, area.height)}</pwg:Height>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>${request.source === 'feeder' ? 'Feeder' : 'Platen'}</pwg:InputSource>
${request.source === 'feeder' ? `<scan:Duplex>${duplex}</scan:Duplex>\n` : ''}<scan:ColorMode>${colour ? 'RGB24' : 'Grayscale8'}</scan:ColorMode>
<scan:XResolution>${resolutionDpi}</scan:XResolution><scan:YResolution>${resolutionDpi}</scan:YResolution>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
</scan:ScanSettings>
`;
	return { document, resolutionDpi };
}
