import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { numberOf, smallPage, smallPages } from './scanner-house/small-pages.ts';

const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;
const inOrder = Array.from({ length: 200 }, (_, index) => index + 1);

it('eSCL: a stack of two hundred sheets comes whole and in its order, and nothing piles up', async () => {
	const warnings: string[] = [];
	const onWarning = ({ name }: Error) => warnings.push(name);
	process.on('warning', onWarning);
	const device = await startSimulatedEsclScanner({ pages: smallPages(200) });
	const { pages, fault } = await takeIn(createEsclScanner({ url: device.url }), request);
	expect({ sheets: pages.map(numberOf), fault, warnings }).toEqual({ sheets: inOrder, fault: null, warnings: [] });
	process.off('warning', onWarning);
	await device.close();
});

it('SANE: a stack of two hundred sheets comes whole and in its order, and no page stays on this machine', async () => {
	const sessionDir = await mkdtemp(join(tmpdir(), 'scanner-stack-'));
	const programs = join(sessionDir, 'programs');
	await mkdir(programs);
	await writeFile(join(programs, 'pages'), Buffer.concat(inOrder.map(smallPage)));
	// A feeder of this depth is not to be had from a SANE backend: this scanimage writes the pages, as the real one does.
	await writeFile(
		join(programs, 'scanimage'),
		`#!/bin/sh
case "$*" in *' -A'*)
	printf '\\nAll options specific to device \\140x\\047:\\n    --source ADF [ADF]\\n    --mode Gray [Gray]\\n    --resolution 300dpi [300]\\n'
	exit 0
esac
split -b ${smallPage(1).length} -a 3 --numeric-suffixes=1 --additional-suffix=.jpg ${programs}/pages p
for page in p*.jpg; do echo "$page"; done
echo 'scanimage: sane_start: Document feeder out of documents' >&2
exit 7
`
	);
	await chmod(join(programs, 'scanimage'), 0o755);
	const scanner = createSaneScanner({
		device: 'x',
		sessionDir: join(sessionDir, 'visit'),
		env: { PATH: `${programs}:/usr/bin:/bin` }
	});
	const { pages, fault } = await takeIn(scanner, request);
	expect({ sheets: pages.map(numberOf), fault }).toEqual({ sheets: inOrder, fault: null });
	expect(await readdir(join(sessionDir, 'visit', 'scanner'))).toEqual([]);
	expect((await scanner.wipe(never)).proven).toBe(true);
	await rm(sessionDir, { recursive: true });
});
