import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintEvent, PrintRequest } from '../../src/lib/ports/printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { make } from '../../src/lib/server/adapters/ipp/attributes.ts';
import { faultOfAbort, faultsOfReasons } from '../../src/lib/server/adapters/ipp/faults.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { operations } from '../../src/lib/server/adapters/ipp/operations.ts';
import { withGroups, withoutCount } from './changed-answers.fixture.ts';

const never = new AbortController().signal;
const request: PrintRequest = {
	document: await readFile('tests/fixtures/printer/two-pages.pdf'),
	copies: 1,
	sides: 'one-sided',
	colour: 'color',
	pageRanges: []
};

const withoutCreateJob = withGroups((group) => ({
	...group,
	attributes: group.attributes.map((attribute) => ({
		...attribute,
		values:
			attribute.name === 'operations-supported'
				? attribute.values.filter((value) => !('value' in value) || value.value !== operations['create-job'])
				: attribute.values
	}))
}));

describe('the IPP printer', () => {
	let server: SimulatedIppPrinter;
	beforeEach(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0, oneJobAtATime: true });
	});
	afterEach(() => server.close());

	const print = async (change: Partial<PrintRequest> = {}): Promise<PrintEvent[]> => {
		const printer = createIppPrinter({ uri: server.uri, pollMs: 5, timeLimits: { busyMs: 20 } });
		const events: PrintEvent[] = [];
		for await (const event of printer.print({ ...request, ...change }, never)) events.push(event);
		return events;
	};

	it('prints on a printer that knows only Print-Job', async () => {
		server.control.tamperWith(withoutCreateJob);
		const events = await print();
		expect(events.filter(({ type }) => type !== 'printing')).toStrictEqual([
			{ type: 'sending' },
			{ type: 'sent' },
			{ type: 'done', impressionsCompleted: 2 }
		]);
	});

	it('tells of the sides that were asked for where a printer that does not count calls them printed', async () => {
		server.control.tamperWith(withoutCount);
		expect((await print({ impressions: 2 })).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	});

	it('prints nothing where the printer would leave out what was chosen', async () => {
		const leavesOut = withGroups(
			(group) => group,
			[{ name: 'unsupported', attributes: [make.keyword('sides', 'one-sided')] }]
		);
		let asked = 0;
		// The first answer tells what the printer can, the second whether it would print this.
		server.control.tamperWith((answer) => ((asked += 1) === 2 ? leavesOut(answer) : answer));
		expect(await print()).toMatchObject([
			{ type: 'failed', report: { fault: 'document-refused' }, impressionsCompleted: 0 }
		]);
		expect(server.control.received).toStrictEqual([]);
	});

	it('stops asking a printer that stays busy with the paper of somebody else', async () => {
		server.control.apply({ do: 'hold' });
		const stop = new AbortController();
		const other = createIppPrinter({ uri: server.uri, pollMs: 5, userName: 'somebody-else' });
		const first = other.print(request, stop.signal)[Symbol.asyncIterator]();
		await first.next();
		expect(await print()).toMatchObject([
			{ type: 'waiting', fault: 'busy' },
			{ type: 'failed', report: { fault: 'busy' }, impressionsCompleted: 0 }
		]);
		const ours = createIppPrinter({ uri: server.uri, pollMs: 5 });
		expect((await ours.wipe(never)).proven).toBe(true);
		expect(await other.openJobs(never)).toStrictEqual({ ok: true, value: 1 });
		stop.abort();
		await first.next();
	});

	it('prints only the pages asked for', async () => {
		const events = await print({ copies: 2, pageRanges: [{ from: 2, to: 2 }] });
		expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
		expect(server.control.received[0]?.pageRanges).toStrictEqual([{ from: 2, to: 2 }]);
	});

	it('refuses, before anything is sent, what the printer would do otherwise than asked', async () => {
		expect(await print({ copies: 100 })).toStrictEqual([
			{
				type: 'failed',
				report: { fault: 'document-refused', detail: '100 copies, copies-supported ends at 99' },
				impressionsCompleted: 0
			}
		]);
		expect(server.control.received).toStrictEqual([]);
	});

	it('calls a document that is no PDF refused, not printed', async () => {
		expect((await print({ document: Buffer.from('hello') })).at(-1)).toMatchObject({
			type: 'failed',
			report: { fault: 'document-refused' }
		});
	});
});

describe('the words of a printer', () => {
	it('are matched by their beginning, the most telling first, and reports are not faults', () => {
		expect(
			faultsOfReasons(['media-empty-warning', 'media-jam-error', 'toner-empty-report', 'offline-report', 'media-low'])
		).toStrictEqual(['media-jam', 'media-empty', 'offline']);
		expect(faultsOfReasons(['none'])).toStrictEqual([]);
	});

	it('tell a document that cannot be printed from a job that was given up', () => {
		expect([faultOfAbort(['document-format-error']), faultOfAbort(['aborted-by-system'])]).toStrictEqual([
			'document-refused',
			'aborted'
		]);
	});
});
