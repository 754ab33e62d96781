import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEsclScanner, usualEsclLimits } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { createSaneScanner, usualSaneLimits } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { numberOf, smallPage, smallPages } from './scanner-house/small-pages.ts';

const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;

it('a cancel has two seconds, whatever the device does', () => {
	expect(2 * usualEsclLimits.cancelMs).toBeLessThanOrEqual(2000);
	expect(usualSaneLimits.cancelMs).toBeLessThan(2000);
});

it('eSCL: while the second page never comes and nothing answers any more, a cancel keeps the first, asks only for the end of the job, and the wipe tells what is left', async () => {
	const device = await startSimulatedEsclScanner({ pages: smallPages(2) });
	device.control.apply({ holdAtPage: 2 });
	const cancel = new AbortController();
	const asked: string[] = [];
	const fetch: Fetch = (url, init) => {
		if (cancel.signal.aborted) asked.push(String(init.method));
		return globalThis.fetch(url, init);
	};
	// Only the limit of the cancel can end this: the others are longer than the test may take.
	const timeLimits = { answerMs: 600_000, pageMs: 600_000, busyMs: 600_000, cancelMs: 300 };
	const scanner = createEsclScanner({ url: device.url, timeLimits, fetch });
	const { pages, fault } = await takeIn(scanner, request, cancel.signal, () => {
		device.control.playNonsense('black-hole');
		cancel.abort();
	});
	expect({ sheets: pages.map(numberOf), fault, asked }).toEqual({ sheets: [1], fault: null, asked: ['DELETE'] });
	expect((await scanner.wipe(never)).found).toEqual(['1 job at a scanner that does not answer']);
	device.control.apply({ playNonsense: null });
	expect(await scanner.wipe(never)).toMatchObject({ proven: true, found: [] });
	await device.close();
});

it('eSCL: a cancel while the job is being made and nothing answers ends as well', async () => {
	const device = await startSimulatedEsclScanner({ pages: smallPages(2) });
	const cancel = new AbortController();
	const fetch: Fetch = (url, init) => {
		if (init.method === 'POST') {
			device.control.playNonsense('black-hole');
			cancel.abort();
		}
		return globalThis.fetch(url, init);
	};
	const timeLimits = { answerMs: 600_000, pageMs: 600_000, busyMs: 600_000, cancelMs: 300 };
	const scanner = createEsclScanner({ url: device.url, timeLimits, fetch });
	expect(await takeIn(scanner, request, cancel.signal)).toEqual({ pages: [], fault: null });
	await device.close();
});

it('SANE: a scanimage that does not want to end is ended, the first page is kept, and nothing stays', async () => {
	const sessionDir = await mkdtemp(join(tmpdir(), 'scanner-cancel-'));
	const programs = join(sessionDir, 'programs');
	await mkdir(programs);
	await writeFile(join(programs, 'page'), smallPage(1));
	await writeFile(
		join(programs, 'scanimage'),
		`#!/bin/sh
case "$*" in *' -A'*)
	printf '\\nAll options specific to device \\140x\\047:\\n    --source ADF [ADF]\\n    --mode Gray [Gray]\\n    --resolution 300dpi [300]\\n'
	exit 0
esac
trap '' INT
cp ${programs}/page p001.jpg
echo p001.jpg
exec sleep 600
`
	);
	await chmod(join(programs, 'scanimage'), 0o755);
	const scanner = createSaneScanner({
		device: 'x',
		sessionDir: join(sessionDir, 'visit'),
		env: { PATH: `${programs}:/usr/bin:/bin` },
		timeLimits: { answerMs: 600_000, pageMs: 600_000, cancelMs: 300 }
	});
	const cancel = new AbortController();
	const { pages, fault } = await takeIn(scanner, request, cancel.signal, () => cancel.abort());
	expect({ sheets: pages.map(numberOf), fault }).toEqual({ sheets: [1], fault: null });
	expect(await readdir(join(sessionDir, 'visit', 'scanner'))).toEqual([]);
	expect((await scanner.wipe(never)).proven).toBe(true);
	await rm(sessionDir, { recursive: true });
});
