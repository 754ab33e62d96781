import type { StaffNow } from '../session/staff-view.ts';

const streamUrl = '/console/stream';

/** The live view of the customer computer at the console; open it once, close it when the page goes away. */
export class StaffStream {
	/** Null until the first has come; the page was made with one. */
	latest = $state.raw<StaffNow | null>(null);
	connection = $state<'open' | 'lost' | 'logged out'>('open');

	/** Connects and keeps connected. Returns how to stop. */
	open(): () => void {
		const source = new EventSource(streamUrl);
		source.onopen = () => (this.connection = 'open');
		source.onmessage = (message: MessageEvent<string>) => {
			// The server is ours and of the same build.
			this.latest = JSON.parse(message.data) as StaffNow;
		};
		// A refused stream is closed for good: whoever is not logged in any more is sent to the log-in.
		source.onerror = () => (this.connection = source.readyState === EventSource.CLOSED ? 'logged out' : 'lost');
		return () => source.close();
	}
}
