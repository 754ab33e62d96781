import type { PageBox } from '../../../domain/paper.ts';
import { pixels, type GreyPicture } from './grey-picture.ts';

/** A light pencil is so much darker than the paper around it; print that shines through from the back is not. */
const inkContrast = 24;
/** Paper that is darker than most of the page by so much is coloured or printed. */
const paperRange = 20;
const blockPx = 16;
const leastMarkPx = 5;
const leastInkPx = 20;
/** Millimetres on paper. */
const outermost = 3;
const shadowReach = 15;
const hole = { least: 3.5, most: 9, reach: 20, filled: 0.65 };

/**
 * Whether nothing is to be seen on a page. Noise, print that shines through, shadows of edges and staples, and punched holes are
 * nothing; one short line of writing is something. Where in doubt it is not empty.
 */
export function maybeEmpty(picture: GreyPicture, paper: PageBox | null): boolean {
	const frame = frameOf(picture, paper);
	const ink = inkMask(picture, frame);
	let inkPx = 0;
	for (const mark of marks(ink, picture.width)) {
		if (mark.area < leastMarkPx || isShadow(mark, frame, picture) || isHole(mark, frame, picture)) continue;
		inkPx += mark.area;
		if (inkPx >= leastInkPx) return false;
	}
	return true;
}

interface Frame {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

interface Mark extends Frame {
	readonly area: number;
}

/** The part of the picture that is looked at: the paper without its outermost millimetres. */
function frameOf(picture: GreyPicture, paper: PageBox | null): Frame {
	const { width, height } = picture;
	const box = paper ?? { left: 0, top: 0, width: 1, height: 1 };
	const inset = pixels(picture, outermost);
	return {
		left: Math.round(box.left * width) + inset,
		top: Math.round(box.top * height) + inset,
		right: Math.round((box.left + box.width) * width) - inset,
		bottom: Math.round((box.top + box.height) * height) - inset
	};
}

/** 1 where a pixel is darker than the paper around it, 0 elsewhere. */
function inkMask({ data, width, height }: GreyPicture, frame: Frame): Uint8Array {
	const ink = new Uint8Array(width * height);
	const blocks: { x: number; y: number; mean: number }[] = [];
	for (let y = frame.top; y < frame.bottom; y += blockPx) {
		for (let x = frame.left; x < frame.right; x += blockPx) {
			let sum = 0;
			let count = 0;
			for (let row = y; row < Math.min(y + blockPx, frame.bottom); row++) {
				for (let column = x; column < Math.min(x + blockPx, frame.right); column++, count++) {
					sum += data[row * width + column] ?? 0;
				}
			}
			blocks.push({ x, y, mean: sum / Math.max(1, count) });
		}
	}
	const usual = blocks.map(({ mean }) => mean).sort((a, b) => a - b)[Math.floor(blocks.length / 2)] ?? 255;
	for (const { x, y, mean } of blocks) {
		const darkest = Math.max(mean, usual - paperRange) - inkContrast;
		for (let row = y; row < Math.min(y + blockPx, frame.bottom); row++) {
			for (let at = row * width + x; at < row * width + Math.min(x + blockPx, frame.right); at++) {
				if ((data[at] ?? 255) < darkest) ink[at] = 1;
			}
		}
	}
	return ink;
}

/** Pixels that touch, one mark after the other. Empties the mask. */
function* marks(ink: Uint8Array, width: number): Generator<Mark> {
	const waiting: number[] = [];
	for (let start = ink.indexOf(1); start >= 0; start = ink.indexOf(1, start)) {
		let [left, right, top, bottom, area] = [width, 0, Infinity, 0, 0];
		ink[start] = 0;
		waiting.push(start);
		for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
			const x = at % width;
			const y = (at - x) / width;
			[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
			area += 1;
			for (const beside of [
				at - width - 1,
				at - width,
				at - width + 1,
				at - 1,
				at + 1,
				at + width - 1,
				at + width,
				at + width + 1
			]) {
				if (ink[beside] !== 1) continue;
				ink[beside] = 0;
				waiting.push(beside);
			}
		}
		yield { left, right, top, bottom, area };
	}
}

/** Something that begins outside the paper or at its very edge and does not reach far into it. */
function isShadow(mark: Mark, frame: Frame, picture: GreyPicture): boolean {
	const reach = pixels(picture, shadowReach - outermost);
	return (
		(mark.left <= frame.left && mark.right < frame.left + reach) ||
		(mark.right >= frame.right - 1 && mark.left > frame.right - reach) ||
		(mark.top <= frame.top && mark.bottom < frame.top + reach) ||
		(mark.bottom >= frame.bottom - 1 && mark.top > frame.bottom - reach)
	);
}

/** A filled round of the size that punches make, near an edge (ISO 838: 6 mm, 12 mm from it). */
function isHole(mark: Mark, frame: Frame, picture: GreyPicture): boolean {
	const [width, height] = [mark.right - mark.left + 1, mark.bottom - mark.top + 1];
	const [least, most] = [pixels(picture, hole.least), pixels(picture, hole.most)];
	const reach = pixels(picture, hole.reach - outermost);
	const fromEdge = Math.min(
		mark.left - frame.left,
		frame.right - mark.right,
		mark.top - frame.top,
		frame.bottom - mark.bottom
	);
	return (
		Math.min(width, height) >= least &&
		Math.max(width, height) <= most &&
		Math.max(width, height) < 1.3 * Math.min(width, height) &&
		mark.area / (width * height) >= hole.filled &&
		fromEdge < reach
	);
}
