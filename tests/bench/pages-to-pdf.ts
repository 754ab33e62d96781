import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { run } from '../../src/lib/server/process/run.ts';
import { colourPage } from './colour-pages.ts';
import { benchTray, feederRig, request, sheets, timed } from './feeder-rig.ts';
import { inTurn, type Measure } from './figure.ts';

async function mustRun(argv: readonly [string, ...string[]], cwd: string, env: Readonly<Record<string, string>> = {}) {
	const outcome = await run(argv, { timeoutMs: 120_000, cwd, env: { LC_ALL: 'C.UTF-8', ...env } });
	if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`${argv[0]}: ${outcome.stderr}`);
}

const pageFiles = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();

/** Ten sheets by the road that everybody else takes: scanimage through sane-airscan, then img2pdf. */
export const feederToPdf: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const rig = await feederRig(ended);
	const [sane, batch] = [`${rig.folder}/sane`, `${rig.folder}/batch`];
	await mkdir(sane);
	await writeFile(`${sane}/dll.conf`, 'airscan\n');
	await writeFile(`${sane}/airscan.conf`, `[devices]\n"Sim" = ${rig.scanner.url}\n[options]\ndiscovery = disable\n`);

	const ours = (finish: (paperId: string) => Promise<unknown>) => async () => {
		await rig.scanner.load(sheets);
		const took = await timed(async () => finish(await rig.scanIntoTray()));
		await rig.tray.wipe(AbortSignal.timeout(10_000));
		return took;
	};
	const scanimage = async () => {
		const options = ['--source', 'ADF', '--mode', 'Gray', '--resolution', '300', '--format=jpeg'];
		const argv = ['scanimage', '-d', 'airscan:e0:Sim', ...options, '--batch=p%03d.jpg'] as const;
		await mustRun([...argv], batch, { SANE_CONFIG_DIR: sane });
		const { length } = await pageFiles(batch);
		if (length !== sheets) throw new Error(`scanimage took ${length} sheets instead of ${sheets}`);
	};
	const theirs = (finish: () => Promise<unknown>) => async () => {
		await rig.scanner.load(sheets);
		await rm(batch, { recursive: true, force: true });
		await mkdir(batch);
		return timed(() => scanimage().then(finish));
	};
	const openPdf = async (paperId: string) => {
		if (!(await rig.tray.openPdf(paperId, null)).ok) throw new Error('no PDF');
	};
	const img2pdf = async () => mustRun(['img2pdf', ...(await pageFiles(batch)), '-o', 'all.pdf'], batch);
	const [scans, scansToPdf] = [
		[ours(async () => {}), theirs(async () => {})],
		[ours(openPdf), theirs(img2pdf)]
	] as const;
	for (const warmUp of [...scans, ...scansToPdf]) await warmUp();
	return [
		{
			name: '10 sheets into the tray, against SANE',
			unit: 'ms',
			measured: 'eSCL adapter and tray | scanimage --batch through sane-airscan into files on tmpfs, same scanner',
			...(await inTurn(rounds, ...scans)),
			limit: 1
		},
		{
			name: '10 sheets to a finished PDF',
			unit: 'ms',
			measured: `eSCL adapter and tray, preset ${request.preset}, until the PDF can be read | scanimage --batch, then img2pdf`,
			...(await inTurn(rounds, ...scansToPdf)),
			limit: 1.3
		}
	];
};

const manyPages = 50;

/** Heavy pages that lie in the tray already. */
export const fiftyPagesToPdf: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const { tray, folder } = await benchTray(ended);
	const { id } = tray.beginScan();
	const drawn = await Promise.all([0, 1, 2, 3, 4].map(colourPage));
	const names: string[] = [];
	for (let count = 0; count < manyPages; count++) {
		const bytes = drawn[count % drawn.length] ?? Buffer.alloc(0);
		const page = { bytes, mediaType: 'image/jpeg', widthPx: 2480, heightPx: 3508, resolutionDpi: 300 } as const;
		if (!(await tray.addPage(id, page, 'colour')).ok) throw new Error('no room');
		const name = `p${String(count).padStart(3, '0')}.jpg`;
		await writeFile(`${folder}/${name}`, bytes);
		names.push(name);
	}
	let round = 0;
	let sizeBytes = 0;
	const ours = async () => {
		// Another name is another PDF.
		tray.edit({ type: 'rename', paperId: id, name: `Paper ${round++}` });
		return timed(async () => {
			const pdf = await tray.openPdf(id, null);
			if (!pdf.ok) throw new Error(pdf.fault);
			({ sizeBytes } = pdf.value);
		});
	};
	const img2pdf = () => timed(() => mustRun(['img2pdf', ...names, '-o', 'all.pdf'], folder));
	await ours().then(img2pdf);
	const taken = await inTurn(rounds, ours, img2pdf);
	const theirs = await stat(`${folder}/all.pdf`);
	return [
		{
			name: `${manyPages} pages to a PDF`,
			unit: 'ms',
			measured:
				'pages in the tray until the PDF lies on tmpfs and can be read | img2pdf, a process, from tmpfs to tmpfs',
			...taken,
			limit: 1,
			notes: { 'size, MB': sizeBytes / 2 ** 20, 'size by img2pdf, MB': theirs.size / 2 ** 20 }
		}
	];
};
