import { access, constants, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScanFault, ScanFaultReport, ScannedPage, Scanner, ScanRequest } from '../../lib/ports/scanner.ts';
import { pagesToPdf } from '../../lib/server/adapters/pdf/pages-to-pdf.ts';
import { parseScannerAddress } from '../../lib/server/config/device-address.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';

/** What an administrator can do about each fault. */
const advice: Readonly<Record<ScanFault, string>> = {
	'feeder-empty': 'the feeder is empty: lay the paper in, or use --source flatbed',
	jam: 'paper jam: open the scanner and remove the paper',
	'cover-open': 'a cover is open: close it',
	busy: 'the scanner is busy with another job: try again later',
	offline: 'the scanner cannot be reached: check power, network and its address',
	'timed-out': 'the scanner did not answer in time: check network and its address',
	'bad-answer':
		'what answers is no scanner that we understand, or it cannot do this: check the address and the firmware',
	'out-of-memory': 'the scanner has no memory left: use a coarser preset, or restart it',
	'io-error': 'the scanner failed: switch it off and on'
};

const sources = ['feeder', 'flatbed'] as const;
const allSides = ['one-sided', 'two-sided'] as const;
const presets = ['text', 'colour', 'photo'] as const;

interface Wish {
	readonly to: string;
	readonly json: boolean;
	readonly scanner: string | undefined;
	readonly source: ScanRequest['source'] | undefined;
	readonly sides: ScanRequest['sides'];
	readonly preset: ScanRequest['preset'];
}

function choose<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
	const word = words.find((candidate) => candidate === given);
	if (word === undefined) throw new TypeError(`${option} ${given}: choose ${words.join(', ')}`);
	return word;
}

/** What is wished for, or what is wrong with it. */
function readArguments(args: readonly string[]): Wish | string {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				to: { type: 'string' },
				source: { type: 'string' },
				sides: { type: 'string', default: 'one-sided' },
				preset: { type: 'string', default: 'text' },
				scanner: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		if (!values.to) return 'name the file to write: --to FILE.pdf';
		const address = values.scanner === undefined ? null : parseScannerAddress(values.scanner);
		if (address && !address.ok) return `--scanner ${address.fault}`;
		return {
			to: values.to,
			json: values.json,
			scanner: values.scanner,
			source: values.source === undefined ? undefined : choose('--source', values.source, sources),
			sides: choose('--sides', values.sides, allSides),
			preset: choose('--preset', values.preset, presets)
		};
	} catch (error) {
		return error instanceof Error ? error.message : 'these arguments cannot be read';
	}
}

/** Where no source is asked for, the feeder of a scanner that has one. */
async function requestFor(scanner: Scanner, wish: Wish, signal: AbortSignal): Promise<ScanRequest | ScanFaultReport> {
	const { sides, preset } = wish;
	if (wish.source) return { source: wish.source, sides, preset };
	const capabilities = await scanner.capabilities(signal);
	if (!capabilities.ok) return capabilities.fault;
	return { source: capabilities.value.sources.includes('feeder') ? 'feeder' : 'flatbed', sides, preset };
}

interface TakenIn {
	readonly pages: readonly ScannedPage[];
	readonly report: ScanFaultReport | null;
}

async function takeIn(
	scanner: Scanner,
	wish: Wish,
	{ signal }: CommandContext,
	onPage: (count: number) => void
): Promise<TakenIn> {
	const pages: ScannedPage[] = [];
	const request = await requestFor(scanner, wish, signal);
	if ('fault' in request) return { pages, report: signal.aborted ? null : request };
	for await (const event of scanner.scan(request, signal)) {
		if (event.type === 'fault') return { pages, report: event.report };
		pages.push(event.page);
		onPage(pages.length);
	}
	return { pages, report: null };
}

/** Scans into one PDF. `resolveScanner` gives the scanner at an address (`escl:URL`, `sane:DEVICE`), or the configured one. */
export function createScanCommand(
	resolveScanner: (address: string | undefined, context: CommandContext) => Promise<Scanner>
): Command {
	const usage =
		'scan --to FILE.pdf [--source feeder|flatbed] [--sides one-sided|two-sided] [--preset text|colour|photo] [--scanner escl:URL|sane:DEVICE] [--json]';

	async function run(args: readonly string[], context: CommandContext): Promise<ExitCode> {
		const wish = readArguments(args);
		const problem = typeof wish === 'string' ? wish : await whyNotWritable(wish.to);
		if (typeof wish === 'string' || problem !== null) {
			context.err(`scan: ${problem}`);
			context.err(`usage: ${usage}`);
			return 2;
		}
		const scanner = await resolveScanner(wish.scanner, context);
		const { pages, report } = await takeIn(scanner, wish, context, (count) => {
			if (!wish.json) context.out(`Page ${count}.`);
		});
		// Nothing of the scan stays anywhere but in the file that was asked for.
		await scanner.wipe(AbortSignal.timeout(10_000));
		if (pages.length > 0) {
			const images = pages.map((page) => ({
				picture: { kind: 'jpeg' as const, ...page },
				rotation: 0 as const,
				words: []
			}));
			// A title would tell of what was scanned; the file's name is the reader's own affair.
			const pdf = pagesToPdf(images, { title: 'Scan', language: 'fi', createdAt: new Date() });
			await writeFile(wish.to, pdf, { mode: 0o600 });
		}
		if (wish.json) context.out(JSON.stringify({ pages: pages.length, ...(report ? { fault: report.fault } : {}) }));
		else {
			if (report) context.out(`Stopped: ${advice[report.fault]} (${report.detail}).`);
			if (context.signal.aborted) context.out('Cancelled.');
			context.out(
				pages.length > 0 ? `${pages.length} pages in ${wish.to}` : 'No page was scanned; no file was written.'
			);
		}
		return report || pages.length === 0 || context.signal.aborted ? 1 : 0;
	}

	return { name: 'scan', usage, summary: 'Scans paper into a PDF; pages taken before a fault are in it.', run };
}

/** Found out before the paper is drawn in. */
async function whyNotWritable(file: string): Promise<string | null> {
	try {
		await access(dirname(file), constants.W_OK);
		return null;
	} catch {
		return `--to ${file}: its folder does not exist or may not be written to`;
	}
}
