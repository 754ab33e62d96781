import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import multicastDns from 'multicast-dns';
import { locatedScanner } from '../../../src/lib/server/compose/located-scanner.ts';
import { startSimulatedEsclScanner } from '../../../src/lib/server/simulated/escl-scanner/server.ts';

/**
 * A scanner that is switched off and comes back at another address, while another device takes its old one. Runs in a network
 * namespace of its own, where it may ask and answer by mDNS; prints what was found, a line of JSON each.
 */
const never = new AbortController().signal;
const serviceType = '_uscan._tcp.local';

/** Ports that are announced now; nobody listens on 9 (discard). */
let announced: number[] = [9];
const instanceAt = (port: number) => `Scanner at ${port}.${serviceType}`;
const responder = multicastDns();
responder.on('query', ({ questions }) => {
	for (const { name, type } of questions) {
		// As some devices do: each record in a packet of its own, and only when it is asked for.
		if (type === 'PTR' && name === serviceType)
			responder.respond(announced.map((port) => ({ name, type, ttl: 120, data: instanceAt(port) })));
		const port = announced.find(
			(candidate) => instanceAt(candidate) === name || instanceAt(candidate).toLowerCase() === name
		);
		if (port === undefined) continue;
		if (type === 'SRV') responder.respond([{ name, type, ttl: 120, data: { target: 'sim.local', port } }]);
		if (type === 'TXT') responder.respond([{ name, type, ttl: 120, data: ['txtvers=1', 'rs=eSCL', 'ty=Simulated'] }]);
	}
});

const before = await startSimulatedEsclScanner();
const port = Number(new URL(before.url).port);
const identity = { model: 'Simulated eSCL 1', serial: 'SIM0001' };
const scanner = locatedScanner({ kind: 'escl', url: before.url }, identity, '/nowhere');
const names = new Map([[before.url, 'old address']]);
const tell = (what: string, fact: unknown) => process.stdout.write(`${JSON.stringify({ what, fact })}\n`);
const place = async () => {
	const found = await scanner.locate(never);
	return found?.kind === 'found' ? (names.get(found.address) ?? found.address) : found;
};
const scan = async () => {
	const events: string[] = [];
	for await (const event of scanner.scan({ source: 'feeder', sides: 'one-sided', preset: 'text' }, never))
		events.push(event.type === 'page' ? 'page' : event.report.fault);
	return events;
};

tell('while it is where it was', await place());
await before.close();

const other = await startSimulatedEsclScanner({ port, makeAndModel: 'Another Model', serialNumber: 'SIM0001' });
const sister = await startSimulatedEsclScanner({ serialNumber: 'SIM0002' });
const back = await startSimulatedEsclScanner();
names.set(back.url, 'new address');
announced = [9, port, ...[sister, back].map(({ url }) => Number(new URL(url).port))];
for (const device of [other, sister, back]) device.control.loadPages(1);
tell('after it has moved', [await scan(), await place()]);
tell(
	'sheets left in the other, the sister, itself',
	[other, sister, back].map(({ control }) => control.state().sheetsInFeeder)
);
tell('wiped', (await scanner.wipe(never)).proven);

await back.close();
responder.destroy();
const greedy = createSocket('udp4').bind(5353);
await once(greedy, 'listening');
const lost = await scanner.locate(never);
tell('when another program keeps the port', lost?.kind === 'missing' ? lost.elsewhere : lost);
greedy.close();
await Promise.all([other.close(), sister.close()]);
