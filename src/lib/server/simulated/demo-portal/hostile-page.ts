import type { SiteAnswer, SiteRequest } from './site.ts';

/** A page that attacks the shell from inside the portal: it runs whatever scripts a test orders, and tells what came of them. */
export interface HostilePage {
	/** Its own addresses, below `/hostile`; undefined for any other. */
	answer(request: SiteRequest): Promise<SiteAnswer> | undefined;
	/** Has a script run by the page that is open; the number is that of `told`. The body of an async function. */
	order(script: string): number;
	/** What the page told, in order: JSON with the order's `number`, and `armed`, `value` or `threw`. */
	told(): readonly string[];
}

const tellLimitBytes = 64 * 1024;
/** Shorter than any proxy's or browser's patience. */
const orderWaitMs = 20_000;

/** `press()` inside an order waits for the customer's next press, which allows a page what a press allows. */
const page = (number: number) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile page</title>
<body style="margin:0;background:#0000ff;height:100vh;overflow:hidden">
<a id="link" href="/hostile/quiet" style="display:block;height:60px;background:#00aa00;color:#fff">link</a>
<input id="file" type="file" style="display:block;height:60px">
<script>
const keys = [];
addEventListener('keydown', (event) => keys.push([...['ctrl', 'alt', 'shift', 'meta'].filter((name) => event[name + 'Key']), event.key].join('+')), true);
const tell = (what) => fetch('/hostile/told', { method: 'POST', body: JSON.stringify(what) });
const orders = async () => {
	for (let number = ${String(number)}; ; ) {
		const order = await fetch('/hostile/order?after=' + number).then((answer) => answer.json()).catch(() => new Promise((again) => setTimeout(again, 200)));
		if (!order || order.number === number) continue;
		number = order.number;
		const press = () => new Promise((pressed) => {
			addEventListener('click', pressed, { once: true, capture: true });
			tell({ number, armed: true });
		});
		const done = new (Object.getPrototypeOf(orders).constructor)('press', order.script)(press);
		done.then((value) => tell({ number, value: value ?? null }), (error) => tell({ number, threw: String(error) }));
	}
};
orders();
</script></body></html>`;

const html = (body: string): SiteAnswer => ({
	status: 200,
	headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
	body
});
const json = (what: unknown): SiteAnswer => ({
	status: 200,
	headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
	body: JSON.stringify(what)
});

export function createHostilePage(): HostilePage {
	const told: string[] = [];
	let latest = { number: 0, script: '' };
	let wake = Promise.withResolvers<void>();

	const nextOrder = async (after: number): Promise<SiteAnswer> => {
		if (latest.number === after) {
			const limit = Promise.withResolvers<void>();
			const timer = setTimeout(limit.resolve, orderWaitMs);
			timer.unref();
			await Promise.race([wake.promise, limit.promise]);
			clearTimeout(timer);
		}
		return json(latest);
	};
	const take = async (request: SiteRequest): Promise<SiteAnswer> => {
		const body = await request.body(tellLimitBytes);
		if (body !== 'too-big') told.push(Buffer.from(body).toString());
		return { status: 204 };
	};
	const answers: Readonly<Record<string, (request: SiteRequest) => Promise<SiteAnswer>>> = {
		'GET /hostile': async () => html(page(latest.number)),
		'GET /hostile/quiet': async () =>
			html('<!doctype html><meta charset="utf-8"><title>Quiet</title><body style="background:#ff0000">'),
		'GET /hostile/order': (request) => nextOrder(Number(request.query.get('after'))),
		/** `?to=URL`: a redirect to anywhere, as a portal with such a hole would make it. */
		'GET /hostile/redirect': async (request) => ({
			status: 302,
			headers: { location: request.query.get('to') ?? '/hostile' }
		}),
		'POST /hostile/told': take
	};
	return {
		answer: (request) => answers[`${request.method} ${request.path}`]?.(request),
		order: (script) => {
			latest = { number: latest.number + 1, script };
			wake.resolve();
			wake = Promise.withResolvers<void>();
			return latest.number;
		},
		told: () => [...told]
	};
}
