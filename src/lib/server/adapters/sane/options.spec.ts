import { describe, expect, it } from 'vitest';
import type { ScanRequest } from '../../../ports/scanner.ts';
import { argumentsFor, capabilitiesOf, parseOptions } from './options.ts';

const text: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };

const flatbedAndFeeder = parseOptions(
	`
All options specific to device ` +
		'\\`' +
		`brother4:net1;dev0':
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]
    -x 0..215.9mm (in steps of 0.0999908) [215.88]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
`
);
const withSwitch = (state: string) =>
	parseOptions(
		`    --source Flatbed|ADF [ADF]\n    --duplex[=(yes|no)] [${state}]\n    --mode Gray [Gray]\n    --resolution 300dpi [300]`
	);

describe('what scanimage -A tells', () => {
	it('is understood where words hold brackets and commas: the plain word is taken where there is one', () => {
		expect(argumentsFor({ ...text, source: 'flatbed', preset: 'colour' }, flatbedAndFeeder)?.list).toEqual([
			'--source=FlatBed',
			'--mode=24bit Color',
			'--resolution=300',
			'-x210',
			'-y297'
		]);
	});

	it('is no promise of a source that the device has not', () => {
		expect(argumentsFor(text, parseOptions('    --source Flatbed [Flatbed]'))).toBeNull();
		expect(argumentsFor({ ...text, source: 'flatbed' }, parseOptions('    --source ADF Front [ADF Front]'))).toBeNull();
	});

	it('tells of both sides by a switch, perhaps only once the feeder is chosen', () => {
		expect(capabilitiesOf(withSwitch('inactive'), 'x').duplex).toBe(false);
		expect(capabilitiesOf(withSwitch('inactive'), 'x', withSwitch('no')).duplex).toBe(true);
		expect(argumentsFor({ ...text, sides: 'two-sided' }, withSwitch('no'))?.list).toEqual([
			'--source=ADF',
			'--duplex=yes',
			'--mode=Gray',
			'--resolution=300'
		]);
		expect(argumentsFor(text, withSwitch('no'))?.list).not.toContain('--duplex=yes');
	});

	it('leaves lengths alone that are not in millimetres', () => {
		const pixels = parseOptions('    --resolution 300dpi [300]\n    -x 0..0.00457764pel (in steps of 1.5) [0]');
		expect(argumentsFor({ ...text, source: 'flatbed' }, pixels)?.list).toEqual(['--resolution=300']);
	});
});
