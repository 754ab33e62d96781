import { expect, it } from 'vitest';
import { typedTime } from './typed-time.ts';

it.each([
	['9', '09:00'],
	['9.00', '09:00'],
	['9:00', '09:00'],
	['900', '09:00'],
	['0900', '09:00'],
	[' 16.30 ', '16:30'],
	['1630', '16:30'],
	['24', '24:00'],
	['24.00', '24:00'],
	['0', '00:00'],
	['27:00', '27:00']
])('takes %j as the time %s', (typed, time) => {
	expect(typedTime(typed)).toBe(time);
});

it.each(['', 'noon', '9.5', '9-10', '12345', '9:00:00', 'klo 9'])('does not guess what time %j is', (typed) => {
	expect(typedTime(typed)).toBe(null);
});
