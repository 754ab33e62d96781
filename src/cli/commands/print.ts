import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parsePageRanges } from '../../lib/domain/printing/page-ranges.ts';
import type { PageRange, PrintEvent, PrintFault, Printer, PrintRequest, PrintSides } from '../../lib/ports/printer.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';

const sidesKeywords: readonly PrintSides[] = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'];

/** What an administrator can do about each fault. */
const advice: Readonly<Record<PrintFault, string>> = {
	'media-empty': 'out of paper: load the tray',
	'media-needed': 'the printer asks for another paper: load it, or press continue on the printer',
	'media-jam': 'paper jam: open the printer and remove the paper',
	'cover-open': 'a cover is open: close it',
	'toner-empty': 'out of toner: change the cartridge',
	'input-tray-missing': 'a paper tray is missing: push it in',
	'output-full': 'the output tray is full or missing: empty it',
	'spool-area-full': "the printer's memory is full: wait for other jobs, or restart it",
	offline: 'the printer cannot be reached or takes no jobs: check power, network and its address',
	busy: 'the printer is busy with other jobs: try again later',
	'timed-out': 'the printer did not answer in time: check network and its address',
	'bad-answer': 'what answers at this address does not speak IPP as a printer does: check the address and the firmware',
	'document-refused': 'the printer does not take this document or these settings',
	aborted: "the printer gave the job up: look at the printer's own log",
	'cancelled-at-printer': 'somebody cancelled the job at the printer'
};

type WrongUse = { readonly problem: string };

const mostPages = 9999;
const wholeNumber = (text: string): number | undefined => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined);

const pageRangesOf = (text: string): PageRange[] | WrongUse => {
	// The command does not open the PDF: whether it has so many pages is for the printer to say.
	const ranges = parsePageRanges(text, mostPages);
	return ranges.ok ? ranges.value : { problem: `--pages ${text}: write pages as 2 or 1-3 or 1-3,5` };
};

interface Wish {
	readonly file: string;
	readonly printer: string | undefined;
	readonly json: boolean;
	readonly options: Omit<PrintRequest, 'document'>;
}

const readArguments = (args: readonly string[]): Wish | WrongUse => {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			strict: true,
			options: {
				printer: { type: 'string' },
				copies: { type: 'string', default: '1' },
				sides: { type: 'string', default: 'one-sided' },
				pages: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) return { problem: 'name exactly one PDF file' };
		const copies = wholeNumber(values.copies);
		if (copies === undefined) return { problem: `--copies ${values.copies}: write a whole number from 1 to 9999` };
		const sides = sidesKeywords.find((keyword) => keyword === values.sides);
		if (!sides) return { problem: `--sides ${values.sides}: choose ${sidesKeywords.join(', ')}` };
		if (values.printer !== undefined && !/^ipps?:\/\/[^/]/.test(values.printer)) {
			return { problem: `--printer ${values.printer}: write an address like ipp://printer.local/ipp/print` };
		}
		const pageRanges = values.pages === undefined ? [] : pageRangesOf(values.pages);
		if ('problem' in pageRanges) return pageRanges;
		return {
			file,
			printer: values.printer,
			json: values.json,
			options: { copies, sides, colour: 'color', pageRanges }
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : 'these arguments cannot be read' };
	}
};

const sides = (count: number) => `${count} ${count === 1 ? 'side' : 'sides'}`;

const told = (event: PrintEvent): string => {
	switch (event.type) {
		case 'sending':
			return 'Sending to the printer.';
		case 'sent':
			return 'Sent to the printer.';
		case 'printing':
			return `Printing, ${sides(event.impressionsCompleted)} done.`;
		case 'waiting':
			return `Waiting: ${advice[event.fault]}.`;
		case 'done':
			return `Done: ${sides(event.impressionsCompleted)} printed.`;
		case 'failed':
			return `Not printed: ${advice[event.report.fault]} (${event.report.detail}); ${sides(event.impressionsCompleted)} done.`;
	}
};

/** Prints one PDF and waits for its end. `resolvePrinter` gives the printer at an address, or the configured one. */
export function createPrintCommand(
	resolvePrinter: (uri: string | undefined, context: CommandContext) => Promise<Printer>
): Command {
	const usage =
		'print FILE.pdf [--printer ipp://…] [--copies N] [--sides one-sided|two-sided-long-edge] [--pages 1-3] [--json]';
	const run = async (args: readonly string[], context: CommandContext): Promise<ExitCode> => {
		const wrong = (problem: string): ExitCode => {
			context.err(`print: ${problem}`);
			context.err(`usage: ${usage}`);
			return 2;
		};
		const wish = readArguments(args);
		if ('problem' in wish) return wrong(wish.problem);
		const document = await readFile(wish.file).catch(() => undefined);
		if (!document) return wrong(`${wish.file}: no such file, or it may not be read`);
		if (!document.subarray(0, 1024).includes('%PDF-')) return wrong(`${wish.file}: this is not a PDF`);

		const printer = await resolvePrinter(wish.printer, context);
		let last: PrintEvent | undefined;
		for await (const event of printer.print({ document, ...wish.options }, context.signal)) {
			last = event;
			if (!wish.json) context.out(told(event));
		}
		const ended = last?.type === 'done' || last?.type === 'failed';
		if (wish.json) {
			const impressionsCompleted = last && 'impressionsCompleted' in last ? last.impressionsCompleted : 0;
			const fault = last?.type === 'failed' ? { fault: last.report.fault } : {};
			context.out(JSON.stringify({ state: ended ? last?.type : 'cancelled', impressionsCompleted, ...fault }));
		} else if (!ended) context.out('Cancelled.');
		return last?.type === 'done' ? 0 : 1;
	};
	return { name: 'print', usage, summary: 'Prints a PDF and waits until it is on paper.', run };
}
