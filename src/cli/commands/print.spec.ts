import { describe, expect, it } from 'vitest';
import { createSimulatedPrinter, type SimulatedPrinter } from '../../lib/server/simulated/printer.ts';
import { createPrintCommand } from './print.ts';

const twoPages = 'tests/fixtures/printer/two-pages.pdf';

const print = async (args: readonly string[], printer: SimulatedPrinter = createSimulatedPrinter({ pageMs: 0 })) => {
	const out: string[] = [];
	const err: string[] = [];
	const asked: (string | undefined)[] = [];
	const command = createPrintCommand(async (uri) => {
		asked.push(uri);
		return printer;
	});
	const code = await command.run(args, {
		out: (line) => out.push(line),
		err: (line) => err.push(line),
		signal: new AbortController().signal,
		configDir: 'kiosk-config'
	});
	return { code, out, err, asked, printer };
};

describe('print', () => {
	it('hands copies, sides and pages on and waits for the end', async () => {
		const { code, out, asked, printer } = await print(
			['--printer', 'ipp://p.test/ipp/print', '--copies', '2', '--sides', 'two-sided-long-edge', '--pages', '2-2', '--json', twoPages] // prettier-ignore
		);
		expect({ code, out, asked }).toStrictEqual({
			code: 0,
			out: ['{"state":"done","impressionsCompleted":2}'],
			asked: ['ipp://p.test/ipp/print']
		});
		expect(
			printer.control.received.map(({ copies, sides, pageRanges }) => ({ copies, sides, pageRanges }))
		).toStrictEqual([{ copies: 2, sides: 'two-sided-long-edge', pageRanges: [{ from: 2, to: 2 }] }]);
	});

	it('says in words how it went', async () => {
		const { code, out } = await print([twoPages]);
		expect(code).toBe(0);
		expect([...out.slice(0, 2), out.at(-1)]).toStrictEqual([
			'Sending to the printer.',
			'Sent to the printer.',
			'Done: 2 sides printed.'
		]);
	});

	it('ends with 1 and names the fault when the printer gives up', async () => {
		const printer = createSimulatedPrinter({ pageMs: 0 });
		printer.control.apply({ do: 'goOffline' });
		const { code, out } = await print([twoPages, '--json'], printer);
		expect({ code, out }).toStrictEqual({
			code: 1,
			out: ['{"state":"failed","impressionsCompleted":0,"fault":"offline"}']
		});
	});

	it.each([
		[[], 'name exactly one PDF file'],
		[[twoPages, '--copies', '0'], '--copies 0: write a whole number from 1 to 9999'],
		[[twoPages, '--sides', 'both'], '--sides both: choose one-sided, two-sided-long-edge, two-sided-short-edge'],
		[[twoPages, '--pages', '3-1'], '--pages 3-1: write pages as 2 or 1-3 or 1-3,5'],
		[[twoPages, '--printer', 'lpt1'], '--printer lpt1: write an address like ipp://printer.local/ipp/print'],
		[['missing.pdf'], 'missing.pdf: no such file, or it may not be read'],
		[['package.json'], 'package.json: this is not a PDF']
	])('refuses wrong use %j and says what to write', async (args, problem) => {
		const { code, err, asked } = await print(args);
		expect({ code, problem: err[0], asked }).toStrictEqual({ code: 2, problem: `print: ${problem}`, asked: [] });
	});
});
