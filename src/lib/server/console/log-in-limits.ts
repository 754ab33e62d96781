import type { Clock } from '../../ports/clock.ts';

const freeAttempts = 5;
const firstWaitMs = 1000;
const longestWaitMs = 5 * 60_000;
/** Longer than the longest wait, or waiting would be forgetting. */
const quietMs = 15 * 60_000;
/** Of names, and of addresses; the one that was quiet longest makes room. */
const mostRemembered = 10_000;

export interface LogInLimits {
	/**
	 * Counts an attempt before it is made, so that many at once are as slow as one after the other. Milliseconds to wait where it
	 * may not be made: that attempt does not count, and makes nobody wait longer.
	 */
	attempt(name: string, from: string): number;
	/** It was the right password: the name starts afresh, and the address is not blamed for it. */
	succeeded(name: string, from: string): void;
}

/** Slows down guessing: five attempts are free for a name and for an address, then each costs twice the wait of the one before. */
export function createLogInLimits(clock: Clock): LogInLimits {
	const names = createCounts();
	const addresses = createCounts();
	return {
		attempt(name, from) {
			const now = clock.now();
			const network = networkOf(from);
			const waitMs = Math.max(names.waitMs(name, now), addresses.waitMs(network, now));
			if (waitMs > 0) return waitMs;
			names.add(name, now);
			addresses.add(network, now);
			return 0;
		},
		succeeded(name, from) {
			names.forget(name);
			addresses.takeBack(networkOf(from));
		}
	};
}

function createCounts() {
	const counts = new Map<string, { attempts: number; lastAt: number }>();
	return {
		waitMs(key: string, now: number): number {
			const count = counts.get(key);
			// A clock that was set back must not lock anybody out for as long.
			if (count === undefined || now < count.lastAt || now - count.lastAt > quietMs) return 0;
			if (count.attempts < freeAttempts) return 0;
			const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (count.attempts - freeAttempts));
			return Math.max(0, count.lastAt + wait - now);
		},
		add(key: string, now: number): void {
			const before = counts.get(key);
			const isOver = before === undefined || now < before.lastAt || now - before.lastAt > quietMs;
			counts.delete(key);
			counts.set(key, { attempts: isOver ? 1 : before.attempts + 1, lastAt: now });
			const [oldest] = counts.keys();
			if (counts.size > mostRemembered && oldest !== undefined) counts.delete(oldest);
		},
		takeBack(key: string): void {
			const count = counts.get(key);
			if (count === undefined) return;
			if (count.attempts === 1) counts.delete(key);
			else count.attempts -= 1;
		},
		forget: (key: string): void => void counts.delete(key)
	};
}

/** One machine has a whole IPv6 /64 to call from (RFC 4291 §2.5.1). */
function networkOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail] = address.split('::');
	const given = head.split(':');
	const known = tail === undefined ? given : [...given, '0', '0', '0', '0'];
	return known.slice(0, 4).join(':');
}
