import type { PagesToPrint } from '../session/session-view.ts';

const limitMs = 20_000;

/** How large the pages of a paper are, asked when its print is prepared. */
export class PagesToPrintRequest {
	/** Null while asking; `failed` when the kiosk did not answer. */
	answer = $state.raw<PagesToPrint | 'failed' | null>(null);
	#asked = 0;

	/** Asks (again). An answer to an earlier question is dropped. */
	async ask(paperId: string): Promise<void> {
		const asked = ++this.#asked;
		this.answer = null;
		const answer = await fetchPages(paperId);
		if (asked === this.#asked) this.answer = answer;
	}
}

async function fetchPages(paperId: string): Promise<PagesToPrint | 'failed'> {
	try {
		const response = await fetch(`/api/papers/${paperId}/pages`, { signal: AbortSignal.timeout(limitMs) });
		return response.ok ? ((await response.json()) as PagesToPrint) : 'failed';
	} catch {
		return 'failed';
	}
}
