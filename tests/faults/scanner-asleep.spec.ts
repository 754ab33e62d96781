import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScanRequest } from '../../src/lib/ports/scanner.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import {
	startSimulatedEsclScanner,
	type SimulatedEsclScanner
} from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { takeIn } from '../contract/scanner.contract.ts';
import { sanePlace } from '../contract/scanner.fixture.ts';
import { numberOf, smallPages } from './scanner-house/small-pages.ts';

const request: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };
/** None of them is waited for here. */
const timeLimits = { answerMs: 20_000, pageMs: 20_000, busyMs: 20_000, cancelMs: 5_000 };

describe('eSCL: a scanner that fails the first job', () => {
	let device: SimulatedEsclScanner;
	beforeEach(async () => {
		device = await startSimulatedEsclScanner({ pages: smallPages(2) });
	});
	afterEach(() => device.close());

	/** Scans while `first` answers the first POST. */
	const scanned = async (first: (send: () => Promise<Response>) => Promise<Response>) => {
		let posts = 0;
		const fetch: Fetch = (url, init) => {
			const send = () => globalThis.fetch(url, init);
			return init.method === 'POST' && ++posts === 1 ? first(send) : send();
		};
		const { pages, fault } = await takeIn(createEsclScanner({ url: device.url, timeLimits, fetch }), request);
		return { pages: pages.map(numberOf), fault, posts };
	};
	const plainly = (send: () => Promise<Response>) => send();
	const connectionLost = new TypeError('fetch failed');

	it('since it slept: is asked once more, and the customer sees only pages', async () => {
		for (const first of [
			() => Promise.reject(connectionLost),
			() => Promise.resolve(new Response(null, { status: 500 }))
		]) {
			device.control.apply({ clear: true, loadPages: 2 });
			expect(await scanned(first)).toEqual({ pages: [1, 2], fault: null, posts: 2 });
		}
	});

	it('and whose answer is lost after it has begun: no second job is made', async () => {
		expect(await scanned((send) => send().then(() => Promise.reject(connectionLost)))).toEqual({
			pages: [],
			fault: 'offline',
			posts: 1
		});
		expect(device.control.state()).toMatchObject({ runningJobs: 1, sheetsInFeeder: 2 });
	});

	it('twice: the fault is told', async () => {
		const fetch: Fetch = (url, init) =>
			init.method === 'POST' ? Promise.reject(connectionLost) : globalThis.fetch(url, init);
		expect((await takeIn(createEsclScanner({ url: device.url, timeLimits, fetch }), request)).fault).toBe('offline');
	});

	it('for a reason that somebody must see to: it is told at once', async () => {
		device.control.clear();
		expect(await scanned(plainly)).toEqual({ pages: [], fault: 'feeder-empty', posts: 1 });
		device.control.apply({ loadPages: 1, openCover: true });
		expect(await scanned(plainly)).toEqual({ pages: [], fault: 'cover-open', posts: 1 });
	});
});

/** scanimage, but for its first calls that take these arguments in: they end as those of a sleeping device do. */
async function sleepyScanimage(folder: string, argument: string, times: number, complaint: string) {
	const programs = join(folder, 'programs');
	await mkdir(programs);
	const program = join(programs, 'scanimage');
	await writeFile(
		program,
		`#!/bin/sh
case "$*" in *"${argument}"*)
	echo >> ${folder}/calls
	if [ "$(wc -l < ${folder}/calls)" -le ${times} ]; then echo 'scanimage: ${complaint}' >&2; exit 1; fi
esac
exec /usr/bin/scanimage "$@"
`
	);
	await chmod(program, 0o755);
	return `${programs}:/usr/bin:/bin`;
}

describe('SANE: a scanner that fails the first program', () => {
	const asleep = 'open of device pnm:0 failed: Error during device I/O';
	const failsAtStart = 'sane_start: Error during device I/O';
	it.each([
		['when its options are asked for', ' -A', 1, asleep, 'flatbed', { count: 1, fault: null }],
		['when pages are', '--batch-print', 1, asleep, 'flatbed', { count: 1, fault: null }],
		['at the start, on its glass', '--batch-print', 1, failsAtStart, 'flatbed', { count: 1, fault: null }],
		['twice', '--batch-print', 2, asleep, 'flatbed', { count: 0, fault: 'offline' }],
		['since it is busy', ' -A', 1, 'open of device pnm:0 failed: Device busy', 'flatbed', { count: 0, fault: 'busy' }],
		// A second try might pass over a sheet that was drawn in.
		['at the start, from its feeder', '--batch-print', 1, failsAtStart, 'feeder', { count: 0, fault: 'io-error' }]
	] as const)('%s', async (_, argument, times, complaint, source, expected) => {
		const backend = source === 'feeder' ? 'test' : 'pnm';
		const place = await sanePlace(backend, '');
		const picture = join(place.folder, 'sheet.ppm');
		await writeFile(picture, Buffer.concat([Buffer.from('P6\n60 80\n255\n'), Buffer.alloc(3 * 60 * 80, 200)]));
		const PATH = await sleepyScanimage(place.folder, argument, times, complaint);
		const scanner = createSaneScanner({
			device: `${backend}:0`,
			...place,
			deviceOptions: source === 'feeder' ? [] : [`--filename=${picture}`],
			env: { PATH }
		});
		const { pages, fault } = await takeIn(scanner, { ...request, source });
		await place.remove();
		expect({ count: pages.length, fault }).toEqual(expected);
	});
});
