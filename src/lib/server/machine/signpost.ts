import type { Session } from '../../session/session.ts';
import { eachInterval, type Every } from './each-interval.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Keeps a screen true that only points the way: while the computer is closed or out of order, phones and other points open and
 * close though nothing happens to the session, so each second what it tells is looked at anew. Returns how to stop.
 */
export function keepSignpostTrue(
	session: Pick<Session, 'subscribe' | 'surroundingsChanged'>,
	neighbours: Pick<Neighbours, 'follow'>,
	every: Every = eachInterval
): () => void {
	let stopLooking: (() => void) | null = null;
	const follow = (isSignpost: boolean) => {
		if (isSignpost === (stopLooking !== null)) return;
		stopLooking?.();
		stopLooking = isSignpost ? every(() => session.surroundingsChanged(), 1000) : null;
		neighbours.follow(isSignpost);
	};
	const unsubscribe = session.subscribe(({ state }) => follow(state.name === 'closed' || state.name === 'outOfOrder'));
	return () => {
		unsubscribe();
		follow(false);
	};
}
