/** Presets for people. Text: grey 300 dpi. Colour: RGB 300 dpi (200 where the device has no 300). Photo: RGB 600 dpi at most. */
export const scanPresets = ['text', 'colour', 'photo'] as const;
export type ScanPreset = (typeof scanPresets)[number];

/** How a page is taken in. */
export interface ScanSettings {
	readonly resolutionDpi: number;
	readonly colour: boolean;
}

const wanted: Readonly<Record<ScanPreset, ScanSettings>> = {
	text: { resolutionDpi: 300, colour: false },
	colour: { resolutionDpi: 300, colour: true },
	photo: { resolutionDpi: 600, colour: true }
};

/**
 * What a preset means on one device: the wanted resolution, else the finest that is coarser, else the coarsest there is;
 * colour only where the device has it.
 */
export function scanSettings(
	preset: ScanPreset,
	device: { readonly resolutionsDpi: readonly number[]; readonly colour: boolean }
): ScanSettings {
	const { resolutionDpi, colour } = wanted[preset];
	const offered = [...device.resolutionsDpi].sort((a, b) => a - b);
	return {
		resolutionDpi: offered.findLast((dpi) => dpi <= resolutionDpi) ?? offered[0] ?? resolutionDpi,
		colour: colour && device.colour
	};
}
