import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ScanRequest, ScannerCapabilities } from '../../../ports/scanner.ts';
import { argumentsFor, capabilitiesOf, parseOptions, sourceToChoose } from './options.ts';

/** What devices of several kinds have said (tests/fixtures/scanner), and what is made of it. */
interface Understood {
	readonly capabilities: Omit<ScannerCapabilities, 'makeAndModel' | 'serialNumber'>;
	/** The source to choose before the options are asked for again: feeder one-sided, feeder two-sided, glass; where there is one. */
	readonly chosenFirst: readonly (string | null)[];
	readonly arguments: Readonly<Record<string, string>>;
}

const understood: Readonly<Record<string, Understood>> = {
	'airscan-wsd-canon-mx470': {
		capabilities: { sources: ['feeder', 'flatbed'], duplex: false, colour: true, resolutionsDpi: [150, 300, 600] },
		chosenFirst: ['ADF', 'ADF', null],
		arguments: {
			'feeder one-sided text': '--source=ADF --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.672',
			'feeder one-sided colour': '--source=ADF --mode=Color --resolution=300 -l0 -t0 -x210 -y296.672',
			'feeder one-sided photo': '--source=ADF --mode=Color --resolution=600 -l0 -t0 -x210 -y296.672',
			'feeder two-sided text': '--source=ADF --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.672',
			'feeder two-sided colour': '--source=ADF --mode=Color --resolution=300 -l0 -t0 -x210 -y296.672',
			'feeder two-sided photo': '--source=ADF --mode=Color --resolution=600 -l0 -t0 -x210 -y296.672',
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.672',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300 -l0 -t0 -x210 -y296.672',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600 -l0 -t0 -x210 -y296.672'
		}
	},
	airscan: {
		capabilities: {
			sources: ['feeder', 'flatbed'],
			duplex: true,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 600]
		},
		chosenFirst: ['ADF', 'ADF Duplex', null],
		arguments: {
			'feeder one-sided text': '--source=ADF --mode=Gray --resolution=300 -l0 -t0 -x209.973 -y297',
			'feeder one-sided colour': '--source=ADF --mode=Color --resolution=300 -l0 -t0 -x209.973 -y297',
			'feeder one-sided photo': '--source=ADF --mode=Color --resolution=600 -l0 -t0 -x209.973 -y297',
			'feeder two-sided text': '--source=ADF Duplex --mode=Gray --resolution=300 -l0 -t0 -x209.973 -y297',
			'feeder two-sided colour': '--source=ADF Duplex --mode=Color --resolution=300 -l0 -t0 -x209.973 -y297',
			'feeder two-sided photo': '--source=ADF Duplex --mode=Color --resolution=600 -l0 -t0 -x209.973 -y297',
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300 -l0 -t0 -x209.973 -y297',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300 -l0 -t0 -x209.973 -y297',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600 -l0 -t0 -x209.973 -y297'
		}
	},
	'brother-ads-1600w': {
		capabilities: {
			sources: ['feeder'],
			duplex: true,
			colour: true,
			resolutionsDpi: [100, 150, 200, 300, 400, 600, 1200, 2400, 4800, 9600]
		},
		chosenFirst: [null, 'Automatic Document Feeder(left aligned,Duplex)'],
		arguments: {
			'feeder one-sided text':
				'--source=Automatic Document Feeder(left aligned) --mode=True Gray --resolution=300 -l0 -t0 -x210',
			'feeder one-sided colour':
				'--source=Automatic Document Feeder(left aligned) --mode=24bit Color[Fast] --resolution=300 -l0 -t0 -x210',
			'feeder one-sided photo':
				'--source=Automatic Document Feeder(left aligned) --mode=24bit Color[Fast] --resolution=600 -l0 -t0 -x210',
			'feeder two-sided text':
				'--source=Automatic Document Feeder(left aligned,Duplex) --mode=True Gray --resolution=300 -l0 -t0 -x210',
			'feeder two-sided colour':
				'--source=Automatic Document Feeder(left aligned,Duplex) --mode=24bit Color[Fast] --resolution=300 -l0 -t0 -x210',
			'feeder two-sided photo':
				'--source=Automatic Document Feeder(left aligned,Duplex) --mode=24bit Color[Fast] --resolution=600 -l0 -t0 -x210'
		}
	},
	'canon-dr': {
		capabilities: {
			sources: ['feeder'],
			duplex: true,
			colour: true,
			resolutionsDpi: [100, 150, 200, 240, 300, 400, 600]
		},
		chosenFirst: [null, 'ADF Duplex'],
		arguments: {
			'feeder one-sided text':
				'--source=ADF Front --mode=Gray --resolution=300 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297',
			'feeder one-sided colour':
				'--source=ADF Front --mode=Color --resolution=300 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297',
			'feeder one-sided photo':
				'--source=ADF Front --mode=Color --resolution=600 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297',
			'feeder two-sided text':
				'--source=ADF Duplex --mode=Gray --resolution=300 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297',
			'feeder two-sided colour':
				'--source=ADF Duplex --mode=Color --resolution=300 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297',
			'feeder two-sided photo':
				'--source=ADF Duplex --mode=Color --resolution=600 --page-width=210 --page-height=297 -l0 -t0 -x210 -y297'
		}
	},
	'epson2-with-film-unit': {
		capabilities: {
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [
				50, 60, 72, 75, 80, 90, 100, 120, 133, 144, 150, 160, 175, 180, 200, 216, 240, 266, 300, 320, 350, 360, 400,
				480, 600, 720, 800, 900, 1200, 1600, 1800, 2400, 3200, 4800, 6400, 9600, 12800
			]
		},
		chosenFirst: [null],
		arguments: {
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600 -l0 -t0 -x210 -y297'
		}
	},
	'fujitsu-fi-7260': {
		capabilities: {
			sources: ['feeder', 'flatbed'],
			duplex: true,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 400, 600]
		},
		chosenFirst: ['ADF Front', 'ADF Duplex', null],
		arguments: {
			'feeder one-sided text': '--source=ADF Front --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.972',
			'feeder one-sided colour': '--source=ADF Front --mode=Color --resolution=300 -l0 -t0 -x210 -y296.972',
			'feeder one-sided photo': '--source=ADF Front --mode=Color --resolution=600 -l0 -t0 -x210 -y296.972',
			'feeder two-sided text': '--source=ADF Duplex --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.972',
			'feeder two-sided colour': '--source=ADF Duplex --mode=Color --resolution=300 -l0 -t0 -x210 -y296.972',
			'feeder two-sided photo': '--source=ADF Duplex --mode=Color --resolution=600 -l0 -t0 -x210 -y296.972',
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300 -l0 -t0 -x210 -y296.972',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300 -l0 -t0 -x210 -y296.972',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600 -l0 -t0 -x210 -y296.972'
		}
	},
	'fujitsu-scansnap-ix500': {
		capabilities: {
			sources: ['feeder'],
			duplex: true,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 400, 600]
		},
		chosenFirst: [null, 'ADF Duplex'],
		arguments: {
			'feeder one-sided text': '--source=ADF Front --mode=Gray --resolution=300 --page-width=210 --page-height=297',
			'feeder one-sided colour': '--source=ADF Front --mode=Color --resolution=300 --page-width=210 --page-height=297',
			'feeder one-sided photo': '--source=ADF Front --mode=Color --resolution=600 --page-width=210 --page-height=297',
			'feeder two-sided text': '--source=ADF Duplex --mode=Gray --resolution=300 --page-width=210 --page-height=297',
			'feeder two-sided colour': '--source=ADF Duplex --mode=Color --resolution=300 --page-width=210 --page-height=297',
			'feeder two-sided photo': '--source=ADF Duplex --mode=Color --resolution=600 --page-width=210 --page-height=297'
		}
	},
	'genesys-canoscan-lide-100': {
		capabilities: {
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 600, 1200, 2400, 4800]
		},
		chosenFirst: [null],
		arguments: {
			'flatbed one-sided text': '--mode=Gray --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided colour': '--mode=Color --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided photo': '--mode=Color --depth=8 --resolution=600 -l0 -t0 -x210 -y297'
		}
	},
	'hp-officejet-6600': {
		capabilities: {
			sources: ['feeder', 'flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 200, 300, 600]
		},
		chosenFirst: ['ADF', 'ADF', null],
		arguments: {
			'feeder one-sided text': '--source=ADF --mode=Gray --resolution=300 -l0 -t0 -x210 -y297',
			'feeder one-sided colour': '--source=ADF --mode=Color --resolution=300 -l0 -t0 -x210 -y297',
			'feeder one-sided photo': '--source=ADF --mode=Color --resolution=600 -l0 -t0 -x210 -y297',
			'feeder two-sided text': '--source=ADF --mode=Gray --resolution=300 -l0 -t0 -x210 -y297',
			'feeder two-sided colour': '--source=ADF --mode=Color --resolution=300 -l0 -t0 -x210 -y297',
			'feeder two-sided photo': '--source=ADF --mode=Color --resolution=600 -l0 -t0 -x210 -y297',
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600 -l0 -t0 -x210 -y297'
		}
	},
	'hp-psc-1600': {
		capabilities: {
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 600, 1200]
		},
		chosenFirst: [null],
		arguments: {
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --resolution=300',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --resolution=300',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --resolution=600'
		}
	},
	plustek: {
		capabilities: {
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 400, 600]
		},
		chosenFirst: [null],
		arguments: {
			'flatbed one-sided text': '--source=Normal --mode=Gray --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided colour': '--source=Normal --mode=Color --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided photo': '--source=Normal --mode=Color --depth=8 --resolution=600 -l0 -t0 -x210 -y297'
		}
	},
	pnm: {
		capabilities: {
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 90, 100, 120, 135, 150, 165, 180, 195, 200, 210, 225, 240, 255, 270, 285, 300]
		},
		chosenFirst: [null],
		arguments: {
			'flatbed one-sided text': '--resolution=300',
			'flatbed one-sided colour': '--resolution=300',
			'flatbed one-sided photo': '--resolution=300'
		}
	},
	test: {
		capabilities: {
			sources: ['feeder', 'flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 400, 600]
		},
		chosenFirst: ['Automatic Document Feeder', 'Automatic Document Feeder', null],
		arguments: {
			'feeder one-sided text':
				'--source=Automatic Document Feeder --mode=Gray --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'feeder one-sided colour':
				'--source=Automatic Document Feeder --mode=Color --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'feeder one-sided photo':
				'--source=Automatic Document Feeder --mode=Color --depth=8 --resolution=600 -l0 -t0 -x210 -y297',
			'feeder two-sided text':
				'--source=Automatic Document Feeder --mode=Gray --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'feeder two-sided colour':
				'--source=Automatic Document Feeder --mode=Color --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'feeder two-sided photo':
				'--source=Automatic Document Feeder --mode=Color --depth=8 --resolution=600 -l0 -t0 -x210 -y297',
			'flatbed one-sided text': '--source=Flatbed --mode=Gray --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided colour': '--source=Flatbed --mode=Color --depth=8 --resolution=300 -l0 -t0 -x210 -y297',
			'flatbed one-sided photo': '--source=Flatbed --mode=Color --depth=8 --resolution=600 -l0 -t0 -x210 -y297'
		}
	}
};

const requests: readonly ScanRequest[] = (
	[
		['feeder', 'one-sided'],
		['feeder', 'two-sided'],
		['flatbed', 'one-sided']
	] as const
).flatMap(([source, sides]) => (['text', 'colour', 'photo'] as const).map((preset) => ({ source, sides, preset })));

describe.each(Object.entries(understood))('what %s says', (name, expected) => {
	it('becomes capabilities, and the arguments of every preset on every source', async () => {
		const file = new URL(`../../../../../tests/fixtures/scanner/scanimage-A-${name}.txt`, import.meta.url);
		const options = parseOptions(await readFile(file, 'utf8'));
		const capabilities = capabilitiesOf(options, 'x');
		expect(capabilities).toEqual({ makeAndModel: 'x', serialNumber: null, ...expected.capabilities });
		const possible = requests.filter(({ source }) => capabilities.sources.includes(source));
		expect(
			possible.filter(({ preset }) => preset === 'text').map((request) => sourceToChoose(options, request))
		).toEqual(expected.chosenFirst);
		expect(
			Object.fromEntries(
				possible.map((request) => [
					`${request.source} ${request.sides} ${request.preset}`,
					argumentsFor(request, options)?.list.join(' ')
				])
			)
		).toEqual(expected.arguments);
	});
});
