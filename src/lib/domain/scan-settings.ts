/** How a page is taken in. */
export interface ScanSettings {
	readonly resolutionDpi: number;
	readonly colour: boolean;
}

const wanted = {
	text: { resolutionDpi: 300, colour: false },
	colour: { resolutionDpi: 300, colour: true },
	photo: { resolutionDpi: 600, colour: true }
} as const satisfies Record<string, ScanSettings>;

/**
 * What a preset means on one device: the wanted resolution, else the finest that is coarser, else the coarsest there is;
 * colour only where the device has it.
 */
export function scanSettings(
	preset: keyof typeof wanted,
	device: { readonly resolutionsDpi: readonly number[]; readonly colour: boolean }
): ScanSettings {
	const { resolutionDpi, colour } = wanted[preset];
	const offered = [...device.resolutionsDpi].sort((a, b) => a - b);
	return {
		resolutionDpi: offered.findLast((dpi) => dpi <= resolutionDpi) ?? offered[0] ?? resolutionDpi,
		colour: colour && device.colour
	};
}
