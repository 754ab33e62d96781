import { describe, expect, it } from 'vitest';
import { createLogInLimits } from './log-in-limits.ts';

function house() {
	let now = 1_000_000;
	const limits = createLogInLimits({ now: () => now });
	return { ...limits, later: (ms: number) => (now += ms) };
}
/** Attempts as fast as they are allowed; gives the waits in between. */
function guess(times: number, limits: ReturnType<typeof house>, name = 'maija', from = '10.0.0.1') {
	return Array.from({ length: times }, () => {
		const wait = limits.attempt(name, from);
		if (wait > 0) {
			limits.later(wait);
			expect(limits.attempt(name, from)).toBe(0);
		}
		return wait;
	});
}

describe('somebody who guesses passwords', () => {
	it('waits twice as long each time after five attempts, at most five minutes', () => {
		const seconds = guess(17, house()).map((ms) => ms / 1000);
		expect(seconds).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
	});

	it('waits no longer for pressing again, and is told what is left', () => {
		const limits = house();
		guess(7, limits);
		expect([limits.attempt('maija', '10.0.0.1'), limits.later(1500), limits.attempt('maija', '10.0.0.1')]).toEqual([
			4000,
			expect.any(Number),
			2500
		]);
	});

	it('waits for the name from wherever they come, and for the address whatever name they try', () => {
		const limits = house();
		for (let n = 0; n < 5; n += 1) expect(limits.attempt('maija', `10.0.0.${n}`)).toBe(0);
		expect(limits.attempt('maija', '10.0.0.99')).toBe(1000);
		for (let n = 0; n < 5; n += 1) expect(limits.attempt(`name${n}`, '10.0.1.1')).toBe(0);
		expect(limits.attempt('another', '10.0.1.1')).toBe(1000);
		expect(limits.attempt('another', '10.0.1.2')).toBe(0);
	});

	it('gains nothing from the other addresses of one IPv6 network', () => {
		const limits = house();
		for (let n = 0; n < 5; n += 1) expect(limits.attempt(`name${n}`, `fd00:1:2:3::${n}`)).toBe(0);
		expect(limits.attempt('another', 'fd00:1:2:3:9:9:9:9')).toBe(1000);
		expect(limits.attempt('another', 'fd00:1:2:4::1')).toBe(0);
		expect(limits.attempt('third', '::1')).toBe(0);
	});

	it('gains nothing from many at once', () => {
		const limits = house();
		expect(Array.from({ length: 8 }, () => limits.attempt('maija', '10.0.0.1')).filter((wait) => wait === 0)).toEqual([
			0, 0, 0, 0, 0
		]);
	});

	it('cannot clear the count of an address with an account of their own', () => {
		const limits = house();
		for (let n = 0; n < 5; n += 1) {
			expect(limits.attempt(`name${n}`, '10.0.0.1')).toBe(0);
			if (n === 4) break;
			expect(limits.attempt('own', '10.0.0.1')).toBe(0);
			limits.succeeded('own', '10.0.0.1');
		}
		expect(limits.attempt('own', '10.0.0.1')).toBe(1000);
	});
});

describe('somebody who mistyped', () => {
	it('starts afresh after the right password', () => {
		const limits = house();
		guess(4, limits);
		limits.attempt('maija', '10.0.0.1');
		limits.succeeded('maija', '10.0.0.1');
		expect(limits.attempt('maija', '10.0.0.2')).toBe(0);
	});

	it('is forgotten after a quarter of an hour of quiet', () => {
		const limits = house();
		guess(8, limits);
		limits.later(15 * 60_000 + 1);
		expect(guess(6, limits)).toEqual([0, 0, 0, 0, 0, 1000]);
	});

	it('is not locked out by a clock that was set back', () => {
		const limits = house();
		guess(9, limits);
		limits.later(-3_600_000);
		expect(limits.attempt('maija', '10.0.0.1')).toBe(0);
	});

	it('costs no more memory than ten thousand names', () => {
		const limits = house();
		for (let n = 0; n < 5; n += 1) limits.attempt('maija', `a${n}`);
		for (let n = 0; n < 9_999; n += 1) limits.attempt(`name${n}`, `b${n}`);
		expect(limits.attempt('maija', 'c')).toBe(1000);
		limits.attempt('one more', 'd');
		expect(limits.attempt('maija', 'c')).toBe(0);
	});
});
