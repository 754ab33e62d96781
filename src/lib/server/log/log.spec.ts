import { expect, it } from 'vitest';
import { createLog, type Log } from './log.ts';

const written = (use: (log: Log) => void) => {
	const lines: string[] = [];
	use(createLog({ write: (line) => lines.push(line), clock: { now: () => Date.UTC(2026, 10, 23, 7, 30) } }));
	return lines;
};

it('an event is one line of JSON with its time', () => {
	expect(written((log) => log('state changed', { from: 'ready', to: 'inSession' }))).toEqual([
		'{"at":"2026-11-23T07:30:00.000Z","event":"state changed","from":"ready","to":"inSession"}'
	]);
	expect(
		written((log) => log('wipe finished', { reason: 'session-ended', proven: true, durationMs: 71.5, steps: 8 }))
	).toEqual([
		'{"at":"2026-11-23T07:30:00.000Z","event":"wipe finished","reason":"session-ended","proven":true,"durationMs":71.5,"steps":8}'
	]);
});

it('personal data that slips past the types is not written, neither as a value, nor as a field, nor as an event', () => {
	const secret = '131052-308T';
	const lines = written((log) => {
		const untyped = log as (event: string, fields: object) => void;
		untyped('state changed', { from: 'ready', to: secret });
		untyped('state changed', { from: 'ready', to: 'closed', name: secret });
		untyped(secret, {});
		untyped('toString', {});
		untyped('wipe finished', { reason: 'started', proven: true, durationMs: secret, steps: 8 });
	});
	expect(lines).toEqual(Array(5).fill('{"at":"2026-11-23T07:30:00.000Z","event":"event not declared"}'));
});
