import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedScanner, type SimulatedScanner } from '../../lib/server/simulated/scanner.ts';
import { createScanCommand } from './scan.ts';

let folder: string;
let file: string;
let scanner: SimulatedScanner;
let out: string[];
let err: string[];
let asked: (string | undefined)[];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'scan-command-'));
	file = join(folder, 'out.pdf');
	scanner = createSimulatedScanner();
	[out, err, asked] = [[], [], []];
});
afterEach(() => rm(folder, { recursive: true }));

const scan = (args: string[], signal = new AbortController().signal) =>
	createScanCommand((address) => {
		asked.push(address);
		return Promise.resolve(scanner);
	}).run(args, { out: (line) => out.push(line), err: (line) => err.push(line), signal, configDir: folder });

const pagesIn = async (path: string) =>
	(await getDocument({ data: new Uint8Array(await readFile(path)) }).promise).numPages;

describe('scan', () => {
	it('takes the feeder into one PDF that only its owner may read', async () => {
		scanner.control.loadPages(2);
		expect(await scan(['--to', file, '--scanner', 'escl:http://192.0.2.7/eSCL', '--json'])).toBe(0);
		expect({ out, err, asked }).toEqual({ out: ['{"pages":2}'], err: [], asked: ['escl:http://192.0.2.7/eSCL'] });
		expect(await pagesIn(file)).toBe(2);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
	});

	it('keeps the pages taken before a jam, and says what to do', async () => {
		scanner.control.loadPages(3);
		scanner.control.jamAtPage(2);
		expect(await scan(['--to', file])).toBe(1);
		expect(out).toEqual([
			'Page 1.',
			'Stopped: paper jam: open the scanner and remove the paper (simulated).',
			`1 pages in ${file}`
		]);
		expect(await pagesIn(file)).toBe(1);
	});

	it('tells a program the fault, and writes no file without a page', async () => {
		expect(await scan(['--to', file, '--json'])).toBe(1);
		expect(out).toEqual(['{"pages":0,"fault":"feeder-empty"}']);
		await expect(stat(file)).rejects.toThrow('ENOENT');
	});

	it('keeps what it has when it is interrupted', async () => {
		scanner.control.loadPages(1);
		const interrupt = new AbortController();
		interrupt.abort();
		expect(await scan(['--to', file], interrupt.signal)).toBe(1);
		expect(out).toEqual(['Cancelled.', 'No page was scanned; no file was written.']);
	});

	it.each([
		[[], 'scan: name the file to write: --to FILE.pdf'],
		[
			['--to', '/nowhere/at/all/x.pdf'],
			'scan: --to /nowhere/at/all/x.pdf: its folder does not exist or may not be written to'
		],
		[['--to', 'x.pdf', '--preset', 'best'], 'scan: --preset best: choose text, colour, photo'],
		[['--to', 'x.pdf', '--source', 'adf'], 'scan: --source adf: choose feeder, flatbed']
	])('refuses %j before any paper moves', async (args, problem) => {
		expect(await scan(args)).toBe(2);
		expect({ problem: err[0], asked }).toEqual({ problem, asked: [] });
	});
});
