import { parseArgs } from 'node:util';
import { stackKinds } from './control.ts';
import { startSimulatedEsclScanner } from './server.ts';

/**
 * The simulated eSCL scanner as a process of its own, so that drawing sample pages takes no memory of the kiosk server:
 * `node main.ts [--port N] [--sheets N] [--refill N] [--page-delay-ms N] [--pages letters|mixed]`. Prints its eSCL address on the first line;
 * ends by a signal, and with the program that forked it.
 */
const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		sheets: { type: 'string', default: '0' },
		refill: { type: 'string' },
		'page-delay-ms': { type: 'string', default: '0' },
		pages: { type: 'string', default: 'letters' }
	}
});
const scanner = await startSimulatedEsclScanner({
	port: Number(values.port),
	pageDelayMs: Number(values['page-delay-ms']),
	stack: stackKinds.find((kind) => kind === values.pages) ?? 'letters',
	...(values.refill === undefined ? {} : { refillSheets: Number(values.refill) })
});
scanner.control.loadPages(Number(values.sheets));
process.stdout.write(`${scanner.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void scanner.close());
process.once('disconnect', () => void scanner.close());
