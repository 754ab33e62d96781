import { setImmediate } from 'node:timers/promises';
import type { GreyPicture } from './grey-picture.ts';

const mostDegrees = 7;
const coarseStep = 0.5;
const fineStep = 0.1;
/** What leans less than this is straight. */
const leastDegrees = 0.15;
/** How much lighter the paper is under a stroke than the stroke. */
const edgeContrast = 40;
const mostEdges = 40_000;
const fewestEdges = 150;
/** Lines bundle their edges so much better at their own angle than at another; a photo does not. */
const leastSharpness = 1.35;
const fewestLines = 3;

/** Ends of strokes towards one side: where along the line, and where across. */
interface Edges {
	readonly along: Float32Array;
	readonly across: Float32Array;
	readonly length: number;
}

/**
 * How far the lines of a page lean clockwise, in degrees; 0: straight, or it cannot be told. Told from how well the lower ends of
 * strokes fall into rows at each angle (a projection profile), or into columns where the page lies on its side. Exact to 0.2
 * degrees up to 7. Lets others work in between.
 */
export async function leaningDegrees(picture: GreyPicture): Promise<number> {
	const rows = await bestAngle(edges(picture, 'rows'), picture.width);
	const columns = await bestAngle(edges(picture, 'columns'), picture.height);
	const { degrees } = rows.sharpness >= columns.sharpness ? rows : { degrees: -columns.degrees };
	const best = Math.max(rows.sharpness, columns.sharpness);
	if (best < leastSharpness || Math.abs(degrees) > mostDegrees || Math.abs(degrees) < leastDegrees) return 0;
	return Math.round(degrees * 100) / 100;
}

function edges({ data, width, height }: GreyPicture, lines: 'rows' | 'columns'): Edges {
	const next = lines === 'rows' ? width : 1;
	const margin = Math.round(width / 50);
	const found: number[] = [];
	for (let y = margin; y < height - margin; y++) {
		for (let x = margin, at = y * width + margin; x < width - margin; x++, at++) {
			if ((data[at + next] ?? 0) - (data[at] ?? 0) > edgeContrast) found.push(at);
		}
	}
	const step = Math.max(1, Math.ceil(found.length / mostEdges));
	const length = Math.floor(found.length / step);
	const [xs, ys] = [new Float32Array(length), new Float32Array(length)];
	for (let index = 0; index < length; index++) {
		const at = found[index * step] ?? 0;
		xs[index] = at % width;
		ys[index] = Math.floor(at / width);
	}
	return lines === 'rows' ? { along: xs, across: ys, length } : { along: ys, across: xs, length };
}

async function bestAngle(found: Edges, reach: number): Promise<{ degrees: number; sharpness: number }> {
	if (found.length < fewestEdges) return { degrees: 0, sharpness: 0 };
	const coarse = await scores(found, reach, angles(0, mostDegrees + 1, coarseStep));
	const middle = coarse.toSorted((a, b) => a.score - b.score)[Math.floor(coarse.length / 2)]?.score ?? 1;
	const near = top(coarse).degrees;
	const fine = await scores(found, reach, angles(near, coarseStep, fineStep));
	const best = top(fine);
	if (lines(found, reach, best.degrees) < fewestLines) return { degrees: 0, sharpness: 0 };
	return { degrees: best.degrees, sharpness: best.score / middle };
}

interface Score {
	readonly degrees: number;
	readonly score: number;
}

const top = (all: readonly Score[]): Score => all.reduce((best, one) => (one.score > best.score ? one : best));

const angles = (middle: number, reach: number, step: number): number[] =>
	Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, index) => middle - reach + index * step);

async function scores(found: Edges, reach: number, degrees: readonly number[]): Promise<Score[]> {
	const all: Score[] = [];
	for (const angle of degrees) {
		let score = 0;
		for (const count of profile(found, reach, angle)) score += count * count;
		all.push({ degrees: angle, score });
		await setImmediate();
	}
	return all;
}

/** How many edges fall into each row of pixels once the page is turned back. */
function profile({ along, across, length }: Edges, reach: number, degrees: number): Uint32Array {
	const slope = Math.tan((degrees * Math.PI) / 180);
	const shift = Math.ceil(Math.abs(slope) * reach) + 1;
	let longest = 0;
	for (let index = 0; index < length; index++) longest = Math.max(longest, across[index] ?? 0);
	const rows = new Uint32Array(Math.ceil(longest) + 2 * shift + 2);
	for (let index = 0; index < length; index++) {
		const row = Math.round((across[index] ?? 0) - slope * (along[index] ?? 0)) + shift;
		rows[row] = (rows[row] ?? 0) + 1;
	}
	return rows;
}

/** How many separate rows hold far more edges than the others. */
function lines(found: Edges, reach: number, degrees: number): number {
	const rows = profile(found, reach, degrees);
	const occupied = rows.filter((count) => count > 0).length;
	const crowded = (2.5 * found.length) / Math.max(1, occupied);
	let count = 0;
	let last = -Infinity;
	for (const [row, edgesHere] of rows.entries()) {
		if (edgesHere < crowded) continue;
		if (row - last > 5) count += 1;
		last = row;
	}
	return count;
}
