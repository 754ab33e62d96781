/** How dark each field of a sheet is, 0 to 255, row by row: enough to tell one page from another, and where it lies. */
export type InkGrid = readonly number[];

export const gridColumns = 42;
export const gridRows = 60;

/** Takes a picture line by line (grey or RGB) and makes a grid of it. */
export function inkGrid(width: number, height: number) {
	const sums = new Float64Array(gridColumns * gridRows);
	const counts = new Float64Array(gridColumns * gridRows);
	return {
		/** `times`: how many lines from this one on are the same. */
		add(row: number, line: Uint8Array, pixelBytes: number, times = 1) {
			const ink = new Float64Array(gridColumns);
			const pixels = new Float64Array(gridColumns);
			for (let x = 0; x < width; x += 1) {
				const column = Math.floor((x * gridColumns) / width);
				let light = 0;
				for (let part = 0; part < pixelBytes; part += 1) light += line[x * pixelBytes + part] ?? 0;
				ink[column] = (ink[column] ?? 0) + 255 - light / pixelBytes;
				pixels[column] = (pixels[column] ?? 0) + 1;
			}
			for (let each = row; each < row + times; each += 1) {
				const first = Math.min(gridRows - 1, Math.floor((each * gridRows) / height)) * gridColumns;
				for (let column = 0; column < gridColumns; column += 1) {
					const field = first + column;
					sums[field] = (sums[field] ?? 0) + (ink[column] ?? 0);
					counts[field] = (counts[field] ?? 0) + (pixels[column] ?? 0);
				}
			}
		},
		ink: (): InkGrid => Array.from(sums, (sum, field) => Math.round(sum / (counts[field] || 1)))
	};
}

/** The grid of a binary PPM, as poppler writes it. */
export function inkOfPpm(ppm: Buffer): InkGrid {
	const [whole = '', width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40)) ?? [];
	const grid = inkGrid(Number(width), Number(height));
	const lineBytes = Number(width) * 3;
	for (let row = 0; row < Number(height); row += 1) {
		grid.add(row, ppm.subarray(whole.length + row * lineBytes, whole.length + (row + 1) * lineBytes), 3);
	}
	return grid.ink();
}

/** How much two sheets differ, in the mean over all fields, 0 to 255. */
export const inkDifference = (one: InkGrid, other: InkGrid): number =>
	one.reduce((sum, ink, field) => sum + Math.abs(ink - (other[field] ?? 0)), 0) / one.length;
