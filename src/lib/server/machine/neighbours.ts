import * as v from 'valibot';
import type { OtherComputerView } from '../../session/session-view.ts';
import type { KioskConfiguration } from '../config/kiosk-schema.ts';
import { publicStatusSchema } from './public-status.ts';

type Neighbour = KioskConfiguration['neighbours'][number];

export interface Neighbours {
	/** What each said last, in the order of the configuration. */
	states(): readonly OtherComputerView[];
	/** True: asks at once and every five seconds from now on. False: asks no more and forgets what they said. */
	follow(wanted: boolean): void;
}

export interface NeighboursOptions {
	readonly neighbours: readonly Neighbour[];
	/** Computers of another point are not believed: their label means nothing here. */
	readonly servicePointId: string;
	readonly onChange: () => void;
	/** Real requests in real time unless a test gives its own. */
	readonly ask?: typeof askNeighbour;
	readonly every?: (run: () => void, ms: number) => () => void;
}

const askEveryMs = 5000;
const answerLimitMs = 2000;
const maxAnswerBytes = 1024;

/** The other customer computers of this point, asked only while somebody needs to know. */
export function createNeighbours(options: NeighboursOptions): Neighbours {
	const { neighbours, servicePointId, onChange, ask = askNeighbour, every = eachInterval } = options;
	const nothingKnown = (): OtherComputerView[] => neighbours.map(({ name }) => ({ name, state: 'unknown' }));
	let states = nothingKnown();
	let stop: (() => void) | null = null;

	async function look(neighbour: Neighbour, index: number, signal: AbortSignal): Promise<void> {
		const limited = AbortSignal.any([signal, AbortSignal.timeout(answerLimitMs)]);
		const state = await ask(neighbour, servicePointId, limited);
		if (signal.aborted || states[index]?.state === state) return;
		states = states.with(index, { name: neighbour.name, state });
		onChange();
	}

	return {
		states: () => states,
		follow(wanted) {
			if (wanted === (stop !== null)) return;
			stop?.();
			stop = null;
			states = nothingKnown();
			if (!wanted) return;
			const following = new AbortController();
			const askAll = () => neighbours.forEach((neighbour, index) => void look(neighbour, index, following.signal));
			const stopAsking = every(askAll, askEveryMs);
			stop = () => {
				stopAsking();
				following.abort();
			};
			askAll();
		}
	};
}

/** What one says now. Believed only when it is small, as agreed, and there before the signal; everything else is `unknown`. */
export async function askNeighbour(
	{ name, status }: Neighbour,
	servicePointId: string,
	signal: AbortSignal
): Promise<OtherComputerView['state']> {
	try {
		const response = await fetch(status, { signal, redirect: 'error', headers: { accept: 'application/json' } });
		const said = v.parse(publicStatusSchema, JSON.parse(await smallText(response)));
		const isIt = said.servicePoint === servicePointId && (said.computer === null || said.computer === name);
		return response.ok && isIt ? said.state : 'unknown';
	} catch {
		return 'unknown';
	}
}

/** The body, or a throw as soon as it grows too big. */
async function smallText(response: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > maxAnswerBytes) throw new RangeError('too big');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

const eachInterval = (run: () => void, ms: number) => {
	const timer = setInterval(run, ms);
	return () => clearInterval(timer);
};
