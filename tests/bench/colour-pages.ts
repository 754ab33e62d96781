import sharp from 'sharp';

const a4 = { widthPx: 2480, heightPx: 3508 };
/** As much as makes a page 1.5 MB at this quality. */
const grain = 9;
const quality = 80;

/** An A4 page of 300 dpi in colour as a scanner gives it, with print, a picture and the grain of paper; each number another. */
export async function colourPage(number: number): Promise<Buffer> {
	const { widthPx: width, heightPx: height } = a4;
	const lines = Array.from(
		{ length: 44 },
		(_, line) =>
			`<text x="200" y="${900 + 55 * line}">Page ${number}, line ${line}: a benefit is applied for in OmaKela.</text>`
	);
	const print = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans" font-size="40">
		<rect x="200" y="200" width="900" height="560" fill="hsl(${37 * number} 60% 60%)"/>${lines.join('')}</svg>`;
	return sharp({
		create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 244, sigma: grain } }
	})
		.composite([{ input: Buffer.from(print) }])
		.jpeg({ quality })
		.toBuffer();
}
