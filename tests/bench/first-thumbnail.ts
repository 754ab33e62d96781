import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { quantile, type Measure } from './figure.ts';
import { sheets } from './feeder-rig.ts';
import { startKiosk } from './running-kiosk.ts';
import { startScannerProcess, type ScannerProcess } from './simulated-scanner.ts';

/** Stands between kiosk and scanner and remembers when each page had left the device. */
async function watched({ url }: ScannerProcess) {
	const delivered: number[] = [];
	const server = createServer((request, response) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const { method = 'GET' } = request;
			const headers = { 'content-type': request.headers['content-type'] ?? '' };
			const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
			const answer = await fetch(new URL(request.url ?? '/', url), { method, headers, redirect: 'manual', ...body });
			const bytes = Buffer.from(await answer.arrayBuffer());
			const location = answer.headers.get('location');
			const isPage = answer.status === 200 && request.url?.endsWith('/NextDocument') === true;
			response.once('finish', () => void (isPage && delivered.push(performance.now())));
			response
				.writeHead(answer.status, {
					'content-type': answer.headers.get('content-type') ?? '',
					'content-length': bytes.length,
					...(location === null ? {} : { location })
				})
				.end(bytes);
		})().catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eSCL`,
		/** When the pages since the last question left, oldest first. */
		take: () => delivered.splice(0),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** A fast office scanner takes a third of a second for a page. */
const pageDelayMs = 333;

/** From the device to a small picture, while further pages come. */
export const firstThumbnail: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess('colour'), (started) => started.close());
	const between = ended.adopt(await watched(scanner), (started) => started.close());
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${between.url}` }), (started) =>
		started.close()
	);
	const ours: number[] = [];
	for (let round = 0; round <= rounds; round++) {
		await kiosk.startVisit();
		await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
		await scanner.load(sheets, pageDelayMs);
		between.take();
		await kiosk.command({ type: 'go to', screen: 'scan' });
		await kiosk.command({ type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'colour' });
		let path = '';
		await kiosk.untilVisit(({ papers }) => {
			const [paper] = papers;
			const page = paper?.kind === 'pages' ? paper.pages[0] : undefined;
			if (page) path = `/api/papers/${paper?.id}/thumbnails/${page.image.id}`;
			return page !== undefined;
		}, 'the first page lies in the tray');
		const answer = await kiosk.get(path);
		if (!answer.ok || (await answer.arrayBuffer()).byteLength === 0) throw new Error('no thumbnail');
		const shownAt = performance.now();
		await kiosk.untilVisit(({ scanning }) => scanning.state === 'done', 'the scan is done');
		const [first = Number.NaN] = between.take();
		// The first visit warms up.
		if (round > 0) ours.push(shownAt - first);
		await kiosk.endVisit();
	}
	return [
		{
			name: 'first thumbnail',
			unit: 'ms',
			measured: `from the last byte of the first page until its thumbnail is fetched, a colour page each ${pageDelayMs} ms, screen alive; highest`,
			ours,
			baseline: null,
			ourValue: quantile(ours, 1),
			limit: 250
		}
	];
};
