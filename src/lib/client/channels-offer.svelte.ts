import type { ChannelsOffer } from '../session/session-view.ts';

const limitMs = 20_000;
const everyMs = 60_000;
/** The kiosk's clock may be a little behind ours when an opening time comes. */
const leastMs = 1000;

/** The channels as they are now: asked again each minute, and when one of them opens or closes, so that what is told stays true. */
export class ChannelsOfferRequest {
	/** Null while asking for the first time; `failed` when the kiosk did not answer and nothing is known. */
	offer = $state.raw<ChannelsOffer | 'failed' | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asked = 0;

	/** Asks and goes on asking. Returns how to stop. */
	follow(): () => void {
		void this.ask();
		return () => {
			this.#asked += 1;
			clearTimeout(this.#timer);
		};
	}

	/** Asks (again) at once. An answer to an earlier question is dropped. */
	async ask(): Promise<void> {
		const asked = ++this.#asked;
		clearTimeout(this.#timer);
		const answer = await fetchOffer();
		if (asked !== this.#asked) return;
		if (answer !== 'failed' || this.offer === null) this.offer = answer;
		this.#timer = setTimeout(() => void this.ask(), untilNext(answer));
	}
}

function untilNext(answer: ChannelsOffer | 'failed'): number {
	if (answer === 'failed' || answer.changesAt === null) return everyMs;
	return Math.min(everyMs, Math.max(leastMs, answer.changesAt - answer.at));
}

async function fetchOffer(): Promise<ChannelsOffer | 'failed'> {
	try {
		const response = await fetch('/api/channels', { signal: AbortSignal.timeout(limitMs) });
		return response.ok ? ((await response.json()) as ChannelsOffer) : 'failed';
	} catch {
		return 'failed';
	}
}
