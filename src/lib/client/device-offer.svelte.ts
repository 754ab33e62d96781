import type { DeviceOffer } from '../session/session-view.ts';

const limitMs = 20_000;

/** What scanner and printer offer, asked when a screen that needs it opens. */
export class DeviceOfferRequest {
	/** Null while asking; `failed` when the kiosk did not answer. */
	offer = $state.raw<DeviceOffer | 'failed' | null>(null);
	#asked = 0;

	/** Asks (again). `quietly`: the last answer stays until the next one. An answer to an earlier question is dropped. */
	async ask({ quietly = false } = {}): Promise<void> {
		const asked = ++this.#asked;
		if (!quietly) this.offer = null;
		const answer = await fetchOffer();
		if (asked === this.#asked) this.offer = answer;
	}
}

async function fetchOffer(): Promise<DeviceOffer | 'failed'> {
	try {
		const response = await fetch('/api/devices', { signal: AbortSignal.timeout(limitMs) });
		return response.ok ? ((await response.json()) as DeviceOffer) : 'failed';
	} catch {
		return 'failed';
	}
}
