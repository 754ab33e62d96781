import { setImmediate } from 'node:timers/promises';
import type { PagePicture } from '../../../ports/documents.ts';
import { pixels, reduced, type GreyPicture } from './grey-picture.ts';
import { toGroup4 } from './group4.ts';
import { openPicture } from './images.ts';
import { readJpegHeader } from './jpeg-header.ts';

/** So much darker than the paper is ink. */
const inkContrast = 64;
/** A stroke so much darker than what is on both sides of it must not get lost; a light tint may. */
const faintContrast = 24;
/** Levels between ink (0) and paper (255): lighter than this is grey, not ink. */
const lightestInk = 96;
/** Farther than any stroke is wide, at 100 dpi. */
const besidePx = 6;
const mostWrongPx = 20;
const blockPx = 16;
const mostBlockDifference = 40;
const colourfulness = { difference: 40, mostPx: 40 };
/** Shadows at the edges are no loss, in millimetres. */
const outermost = 3;
const darkestPaper = 128;

/**
 * The page in black and white, where that takes fewer bytes and nothing of it is lost: neither faint writing nor shades of grey or
 * colour. Told by comparing the two at a size at which they are read. Null otherwise.
 */
export async function inBlackAndWhite(page: PagePicture, grey: GreyPicture): Promise<PagePicture | null> {
	const { paper, ink } = levels(grey);
	if (paper < darkestPaper || (await isColourful(page))) return null;
	const decoded = (await openPicture(page)).toColourspace('b-w');
	const drawn = await toGroup4(decoded, Math.round((paper + ink) / 2), page.resolutionDpi);
	if (drawn.bytes.length >= page.bytes.length) return null;
	return (await showsAll(grey, await reduced(drawn), paper, ink)) ? drawn : null;
}

/** What paper and ink mostly are. */
function levels({ data }: GreyPicture): { paper: number; ink: number } {
	const counts = new Uint32Array(256);
	for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
	const paper = counts.indexOf(Math.max(...counts));
	const dark = counts.subarray(0, Math.max(0, paper - inkContrast));
	const total = dark.reduce((sum, count) => sum + count, 0);
	if (total === 0) return { paper, ink: 0 };
	// Small print is never quite black once it is reduced: the darkest of it is what its ink is.
	let seen = 0;
	const ink = dark.findIndex((count) => (seen += count) >= total / 20);
	return { paper, ink };
}

async function isColourful(page: PagePicture): Promise<boolean> {
	if (page.kind === 'bilevel' || readJpegHeader(page.bytes)?.components === 1) return false;
	const reduction = {
		width: Math.max(1, Math.round((page.widthPx / page.resolutionDpi) * 50)),
		kernel: 'linear'
	} as const;
	const { data, info } = await (
		await openPicture(page)
	)
		.resize(reduction)
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	let colourful = 0;
	for (let at = 0; at < data.length; at += info.channels) {
		const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
		if (Math.max(red, green, blue) - Math.min(red, green, blue) > colourfulness.difference) colourful += 1;
	}
	return colourful > colourfulness.mostPx;
}

async function showsAll(before: GreyPicture, after: GreyPicture, paper: number, ink: number): Promise<boolean> {
	const { width, height } = before;
	const margin = Math.max(besidePx, pixels(before, outermost));
	const level = (at: number) => Math.min(255, Math.max(0, (((before.data[at] ?? 0) - ink) * 255) / (paper - ink)));
	const all = (at: number, reach: number, value: number) => {
		for (let row = -reach; row <= reach; row++) {
			for (let column = -reach; column <= reach; column++) {
				if (after.data[at + row * width + column] !== value) return false;
			}
		}
		return true;
	};
	const isStroke = (at: number) => {
		const beside = (step: number) => Math.min(before.data[at - step] ?? 0, before.data[at + step] ?? 0);
		return (before.data[at] ?? 0) < Math.max(beside(besidePx), beside(besidePx * width)) - faintContrast;
	};
	let wrong = 0;
	for (let top = margin; top + blockPx <= height - margin; top += blockPx) {
		for (let left = margin; left + blockPx <= width - margin; left += blockPx) {
			let difference = 0;
			for (let y = top; y < top + blockPx; y++) {
				for (let at = y * width + left; at < y * width + left + blockPx; at++) {
					difference += level(at) - (after.data[at] ?? 0);
					const lost = after.data[at] === 255 && isStroke(at) && all(at, 2, 255);
					const blackened = after.data[at] === 0 && level(at) > lightestInk && all(at, 1, 0);
					if (lost || blackened) wrong += 1;
				}
			}
			if (Math.abs(difference) > mostBlockDifference * blockPx * blockPx) return false;
		}
		if (wrong > mostWrongPx) return false;
		await setImmediate();
	}
	return true;
}
