import { SvelteSet } from 'svelte/reactivity';
import type { SessionCommand } from '../session/session-command.ts';
import type { SessionView } from '../session/session-view.ts';
import type { ConnectionState, PressProblem, Session } from './session.ts';
import { readAnswer, readView, viewOfAnswer } from './session-wire.ts';

const streamUrl = '/api/session/stream';
const commandUrl = '/api/session/command';
const activityUrl = '/api/session/activity';

/** A break shorter than this is not shown. */
const lostAfterMs = 1500;
const reconnectMs = 1000;
const tickMs = 250;
const activityEveryMs = 3000;
/** How long an accepted press waits for its effect to be seen before it may be pressed again. */
const effectMs = 700;
const commandLimitMs = 10_000;

const keyOf = (command: SessionCommand): string => JSON.stringify(command);

/** The one live connection between this screen and the session; open it once, close it when the page goes away. */
export class SessionStream implements Session {
	view = $state.raw<SessionView | null>(null);
	connection = $state<ConnectionState>('connecting');
	now = $state(0);
	problem = $state<PressProblem | null>(null);

	readonly #pending = new SvelteSet<string>();
	/** The kiosk's clock minus this page's own, which nobody sets. */
	#clockOffset = 0;
	#source: EventSource | null = null;
	#firstSinceOpen = true;
	#lost: ReturnType<typeof setTimeout> | undefined;
	#reconnect: ReturnType<typeof setTimeout> | undefined;
	#waitingForView: (() => void)[] = [];
	#lastActivity = -activityEveryMs;

	/** Connects and keeps connected. Returns how to stop. */
	open(): () => void {
		this.#connect();
		const tick = setInterval(() => this.#tick(), tickMs);
		const acted = () => this.#reportActivity();
		const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
		for (const sign of signs) addEventListener(sign, acted, { passive: true });
		return () => {
			clearInterval(tick);
			clearTimeout(this.#lost);
			clearTimeout(this.#reconnect);
			for (const sign of signs) removeEventListener(sign, acted);
			this.#source?.close();
		};
	}

	isPending(command: SessionCommand): boolean {
		return this.#pending.has(keyOf(command));
	}

	async send(...commands: readonly SessionCommand[]): Promise<boolean> {
		for (const command of commands) {
			const key = keyOf(command);
			if (this.#pending.has(key)) return false;
			this.#pending.add(key);
			this.problem = null;
			try {
				const effect = this.#nextView();
				this.problem = await this.#post(command);
				if (this.problem !== null) return false;
				await effect;
			} finally {
				this.#pending.delete(key);
			}
		}
		return true;
	}

	dismissProblem(): void {
		this.problem = null;
	}

	#connect(): void {
		const source = new EventSource(streamUrl);
		this.#source = source;
		source.onopen = () => {
			this.#firstSinceOpen = true;
			this.#connected();
		};
		source.onmessage = (message: MessageEvent<string>) => {
			const view = readView(message.data);
			if (view !== null) {
				this.#take(view);
				// Also a command that changed nothing to be seen has had its effect.
				for (const seen of this.#waitingForView.splice(0)) seen();
			}
		};
		source.onerror = () => {
			this.#lost ??= setTimeout(() => (this.connection = 'lost'), lostAfterMs);
			// An answer other than 200 closes an EventSource for good; it never tries again by itself.
			if (source.readyState !== EventSource.CLOSED) return;
			clearTimeout(this.#reconnect);
			this.#reconnect = setTimeout(() => this.#connect(), reconnectMs);
		};
	}

	#connected(): void {
		clearTimeout(this.#lost);
		this.#lost = undefined;
		this.connection = 'open';
	}

	#take(view: SessionView): void {
		// A server that has started again counts from the beginning.
		if (!this.#firstSinceOpen && this.view !== null && view.sequence <= this.view.sequence) return;
		this.#firstSinceOpen = false;
		this.#connected();
		this.#clockOffset = view.now - performance.now();
		this.view = view;
		this.#tick();
		const waiting = this.#waitingForView;
		this.#waitingForView = [];
		for (const seen of waiting) seen();
	}

	#tick(): void {
		this.now = performance.now() + this.#clockOffset;
	}

	#nextView(): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#waitingForView.push(resolve);
		setTimeout(resolve, effectMs);
		return promise;
	}

	/** In the locked shell the kiosk watches keyboard and pointer itself; elsewhere this page is the only witness. */
	#reportActivity(): void {
		if (this.view?.trial.lock !== 'browser') return;
		if (performance.now() - this.#lastActivity < activityEveryMs) return;
		this.#lastActivity = performance.now();
		void fetch(activityUrl, { method: 'POST' }).catch(() => undefined);
	}

	async #post(command: SessionCommand): Promise<PressProblem | null> {
		try {
			const response = await fetch(commandUrl, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(command),
				signal: AbortSignal.timeout(commandLimitMs)
			});
			const content: unknown = await response.json();
			const answer = readAnswer(content);
			if (answer === null) return 'not-sent';
			const view = viewOfAnswer(content);
			if (view !== null) {
				this.#take(view);
				// Also a command that changed nothing to be seen has had its effect.
				for (const seen of this.#waitingForView.splice(0)) seen();
			}
			return answer.accepted ? null : answer.refusal;
		} catch {
			return 'not-sent';
		}
	}
}
