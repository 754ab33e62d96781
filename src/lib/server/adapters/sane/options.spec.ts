import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ScanRequest } from '../../../ports/scanner.ts';
import { argumentsFor, capabilitiesOf, parseOptions } from './options.ts';

const recorded = async (backend: string) =>
	parseOptions(
		await readFile(new URL(`../../../../../tests/fixtures/scanner/scanimage-A-${backend}.txt`, import.meta.url), 'utf8')
	);
const text: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };

/** In the form of office devices whose words need care. */
const brother = parseOptions(`
All options specific to device \`brother4:net1;dev0':
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color|24bit Color[Fast] [24bit Color[Fast]]
        Select the scan mode
    --resolution 100|150|200|300|400|600|1200dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [Automatic Document Feeder(left aligned)]
    -x 0..215.9mm (in steps of 0.0999908) [215.88]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
`);
const sheetfed = parseOptions(`
All options specific to device \`fujitsu:ScanSnap:1':
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [300]
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    --page-height 0..876.695mm (in steps of 0.0211639) [279.364]
    --depth 8|16 [inactive]
`);

describe('what scanimage -A tells', () => {
	it('is read from recorded backends', async () => {
		expect(capabilitiesOf(await recorded('airscan'), 'x')).toEqual({
			makeAndModel: 'x',
			serialNumber: null,
			sources: ['feeder', 'flatbed'],
			duplex: true,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 600]
		});
		expect(capabilitiesOf(await recorded('pnm'), 'x').sources).toEqual(['flatbed']);
		expect(capabilitiesOf(await recorded('test'), 'x')).toMatchObject({
			duplex: false,
			sources: ['feeder', 'flatbed']
		});
	});

	it('becomes arguments within what each device takes', async () => {
		expect(argumentsFor(text, await recorded('airscan'))).toEqual({
			resolutionDpi: 300,
			list: ['--source=ADF', '--mode=Gray', '--resolution=300', '-l0', '-t0', '-x209.973', '-y297']
		});
		expect(argumentsFor(text, await recorded('test'))?.list).toEqual([
			'--source=Automatic Document Feeder',
			'--mode=Gray',
			'--depth=8',
			'--resolution=300',
			'-l0',
			'-t0',
			'-x210',
			'-y297'
		]);
		expect(argumentsFor(text, await recorded('pnm'))).toBeNull();
	});

	it('is understood where words hold brackets and commas', () => {
		expect(capabilitiesOf(brother, 'x')).toMatchObject({ sources: ['feeder', 'flatbed'], duplex: true, colour: true });
		expect(argumentsFor({ ...text, sides: 'two-sided' }, brother)?.list).toEqual([
			'--source=Automatic Document Feeder(left aligned,Duplex)',
			'--mode=True Gray',
			'--resolution=300',
			'-x210',
			'-y297'
		]);
		expect(argumentsFor({ ...text, source: 'flatbed', preset: 'colour' }, brother)?.list).toEqual([
			'--source=FlatBed',
			'--mode=24bit Color',
			'--resolution=300',
			'-x210',
			'-y297'
		]);
	});

	it('is understood for a device that has a feeder only', () => {
		expect(capabilitiesOf(sheetfed, 'x')).toMatchObject({ sources: ['feeder'], duplex: true });
		expect(argumentsFor({ ...text, preset: 'photo' }, sheetfed)).toEqual({
			resolutionDpi: 600,
			list: ['--source=ADF Front', '--mode=Color', '--resolution=600', '--page-width=210', '--page-height=297']
		});
		expect(argumentsFor({ ...text, source: 'flatbed' }, sheetfed)).toBeNull();
	});
});
