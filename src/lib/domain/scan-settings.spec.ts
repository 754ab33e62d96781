import { describe, expect, it } from 'vitest';
import { scanSettings } from './scan-settings.ts';

const office = { resolutionsDpi: [100, 200, 300, 400, 600], colour: true };

describe('scanSettings', () => {
	it('gives each preset what it promises', () => {
		expect(scanSettings('text', office)).toEqual({ resolutionDpi: 300, colour: false });
		expect(scanSettings('colour', office)).toEqual({ resolutionDpi: 300, colour: true });
		expect(scanSettings('photo', office)).toEqual({ resolutionDpi: 600, colour: true });
	});
	it('never goes finer than the preset, unless the device has nothing coarser', () => {
		expect(scanSettings('colour', { resolutionsDpi: [600, 200], colour: true }).resolutionDpi).toBe(200);
		expect(scanSettings('text', { resolutionsDpi: [1200, 600], colour: true }).resolutionDpi).toBe(600);
		expect(scanSettings('text', { resolutionsDpi: [], colour: true }).resolutionDpi).toBe(300);
	});
	it('asks a grey device for grey', () => {
		expect(scanSettings('photo', { resolutionsDpi: [300], colour: false })).toEqual({
			resolutionDpi: 300,
			colour: false
		});
	});
});
