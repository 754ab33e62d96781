import { setImmediate } from 'node:timers/promises';
import type { PageBox } from '../../../domain/paper.ts';
import { pixels, type GreyPicture } from './grey-picture.ts';

/** How far a pixel of the lid may be from what the lid mostly is. */
const lidRange = 16;
/** A printed frame has the same white on both sides; paper and even a white lid differ by more than this. */
const leastDifference = 3;
/** Millimetres on paper. */
const strip = 1.5;
const touching = 1;
const smallestPaper = 30;
/** Of a side that was found: how many of its pixels lie on one line, and how far from it (pixels). */
const straightness = { share: 0.8, residual: 2.5, steepest: 0.14, beyond: 5 };
const mostOfThePicture = 0.96;

/**
 * Where a paper smaller than the scanned area lies; null where it fills the picture, or in doubt. Outside of it nothing but the
 * lid is: sides that do not touch the edge of the picture must be straight, and whatever is found beyond one of them is a doubt.
 * Lets others work in between.
 */
export async function paperBox(picture: GreyPicture): Promise<PageBox | null> {
	const tried: number[] = [];
	for (const lid of lidLevels(picture)) {
		if (tried.some((other) => Math.abs(other - lid) <= lidRange / 2)) continue;
		tried.push(lid);
		const box = await boxWithin(picture, lid);
		if (box !== null) return box;
	}
	return null;
}

/** What the picture mostly is along each of its edges. */
function lidLevels(picture: GreyPicture): number[] {
	const { data, width, height } = picture;
	const deep = Math.max(1, pixels(picture, strip));
	const level = (left: number, top: number, right: number, bottom: number) => {
		const levels: number[] = [];
		for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) levels.push(data[y * width + x] ?? 0);
		return median(levels);
	};
	return [
		level(0, height - deep, width, height),
		level(width - deep, 0, width, height),
		level(0, 0, width, deep),
		level(0, 0, deep, height)
	];
}

/** For each line across the picture, how far from a side something other than the lid begins; nowhere: the whole way. */
interface Side {
	readonly depths: Int32Array;
	readonly nearest: number;
}

async function boxWithin(picture: GreyPicture, lid: number): Promise<PageBox | null> {
	const { width, height } = picture;
	const things = await thingsOn(picture, lid);
	const top = side(things, width, height, { start: 0, across: 1, inward: width });
	const bottom = side(things, width, height, { start: (height - 1) * width, across: 1, inward: -width });
	if (top.nearest === height) return null;
	await setImmediate();
	const left = side(things, height, width, { start: 0, across: width, inward: 1 });
	const right = side(things, height, width, { start: width - 1, across: width, inward: -1 });
	const box = {
		left: left.nearest,
		top: top.nearest,
		right: width - right.nearest,
		bottom: height - bottom.nearest
	};
	const smallest = pixels(picture, smallestPaper);
	const [boxWidth, boxHeight] = [box.right - box.left, box.bottom - box.top];
	if (boxWidth < smallest || boxHeight < smallest) return null;
	if (boxWidth * boxHeight > mostOfThePicture * width * height) return null;
	const near = pixels(picture, touching);
	const certain = ({ depths, nearest }: Side, from: number, to: number) =>
		nearest <= near || isStraight(depths.subarray(from, to));
	const sidesCertain =
		certain(top, box.left, box.right) &&
		certain(bottom, box.left, box.right) &&
		certain(left, box.top, box.bottom) &&
		certain(right, box.top, box.bottom);
	if (!sidesCertain || Math.abs(paperLevel(picture, box) - lid) < leastDifference) return null;
	return {
		left: box.left / width,
		top: box.top / height,
		width: boxWidth / width,
		height: boxHeight / height
	};
}

/** 1 where something other than the lid is, 0 elsewhere; what stands alone is noise. */
async function thingsOn({ data, width, height }: GreyPicture, lid: number): Promise<Uint8Array> {
	const other = Uint8Array.from({ length: 256 }, (_, level) => (Math.abs(level - lid) > lidRange ? 1 : 0));
	const mask = data.map((level) => other[level] ?? 0);
	await setImmediate();
	const things = new Uint8Array(mask.length);
	for (let at = width + 1; at < width * (height - 1) - 1; at++) {
		if (mask[at] === 0) continue;
		const above = at - width;
		const below = at + width;
		const beside = (mask[at - 1] ?? 0) + (mask[at + 1] ?? 0) + (mask[above] ?? 0) + (mask[below] ?? 0);
		if (beside > 1) things[at] = 1;
		else {
			const corners = (mask[above - 1] ?? 0) + (mask[above + 1] ?? 0) + (mask[below - 1] ?? 0) + (mask[below + 1] ?? 0);
			if (beside + corners > 1) things[at] = 1;
		}
	}
	await setImmediate();
	return things;
}

interface Direction {
	readonly start: number;
	readonly across: number;
	readonly inward: number;
}

function side(things: Uint8Array, count: number, deepest: number, { start, across, inward }: Direction): Side {
	const depths = new Int32Array(count).fill(deepest);
	let nearest = deepest;
	for (let index = 0; index < count; index++) {
		let depth = 0;
		for (let at = start + index * across; depth < deepest && things[at] === 0; at += inward) depth += 1;
		depths[index] = depth;
		nearest = Math.min(nearest, depth);
	}
	return { depths, nearest };
}

/** Most of it on one line that leans little, and nothing beyond that line. */
function isStraight(depths: Int32Array): boolean {
	const third = Math.floor(depths.length / 3);
	const [first, last] = [median([...depths.subarray(0, third)]), median([...depths.subarray(-third)])];
	const slope = (last - first) / (depths.length - third);
	if (Math.abs(slope) > straightness.steepest) return false;
	const start = first - slope * (third / 2);
	let onLine = 0;
	for (const [index, depth] of depths.entries()) {
		const beyond = start + slope * index - depth;
		if (beyond > straightness.beyond) return false;
		if (Math.abs(beyond) <= straightness.residual) onLine += 1;
	}
	return onLine >= straightness.share * depths.length;
}

/** What the paper mostly is: its lighter half, so that print does not count. */
function paperLevel(
	{ data, width }: GreyPicture,
	box: { left: number; top: number; right: number; bottom: number }
): number {
	const levels: number[] = [];
	for (let y = box.top; y < box.bottom; y += 5) {
		for (let x = box.left; x < box.right; x += 5) levels.push(data[y * width + x] ?? 0);
	}
	return levels.sort((a, b) => a - b)[Math.floor(levels.length * 0.7)] ?? 0;
}

const median = (levels: readonly number[]): number =>
	[...levels].sort((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 0;
