import { describe, expect, it } from 'vitest';
import { createConsoleDoor, mostBodyBytes, type ConsoleRequestFacts } from './console-door.ts';

const admit = createConsoleDoor({ scheme: 'https', hosts: ['kiosk.example.org:4711'] });

const page: ConsoleRequestFacts = {
	method: 'GET',
	url: '/console/points/tornio?week=48',
	host: 'kiosk.example.org:4711',
	origin: null,
	fetchSite: 'same-origin',
	fetchMode: 'navigate',
	fetchDestination: 'document',
	accept: 'text/html,*/*;q=0.8',
	contentLength: null,
	isChunked: false,
	loggedIn: true
};
const form: ConsoleRequestFacts = {
	...page,
	method: 'POST',
	origin: 'https://kiosk.example.org:4711',
	contentLength: '40'
};
const stream: ConsoleRequestFacts = {
	...page,
	url: '/console/stream',
	fetchMode: 'cors',
	fetchDestination: 'empty',
	accept: 'text/event-stream'
};
const on = { go: 'on' };
const stranger = { loggedIn: false };

describe('the door of the console', () => {
	it.each<[string, ConsoleRequestFacts]>([
		['a page', page],
		['a form', form],
		['a stream', stream],
		['a page that was typed', { ...page, fetchSite: 'none' }],
		['a link on the intranet', { ...page, fetchSite: 'cross-site' }],
		['a program without Fetch Metadata', { ...page, fetchSite: null, fetchMode: null, fetchDestination: null }]
	])('lets in who is logged in: %s', (_, facts) => {
		expect(admit(facts)).toEqual(on);
	});

	it.each([
		'/console/log-in',
		'/console/log-in?/language',
		'/console/log-in/open-id',
		'/console/log-in/open-id/callback?code=1',
		'/_app/immutable/entry/start.js',
		'/icon.svg'
	])('lets anybody in to %s', (url) => {
		expect(admit({ ...page, ...stranger, url })).toEqual(on);
	});

	it.each([
		'/console',
		'/console/log-inside',
		'/console/log-in/../points',
		'/console/log-in/%2e%2e/points',
		'/_app/../console',
		'//console/log-in',
		'/console/points?/console/log-in',
		'/status/x'
	])('shows a stranger at %s the log-in', (url) => {
		expect(admit({ ...page, ...stranger, url })).toEqual({ go: 'elsewhere', location: '/console/log-in' });
	});

	it('tells a stranger’s program that it must log in', () => {
		const notLoggedIn = { go: 'away', status: 401, why: 'not-logged-in' };
		expect(admit({ ...stream, ...stranger })).toEqual(notLoggedIn);
		expect(admit({ ...form, ...stranger })).toEqual(notLoggedIn);
		expect(admit({ ...page, ...stranger, accept: null })).toEqual(notLoggedIn);
	});

	it('tells the state without log-in, and leads from the bare address to the console', () => {
		expect(admit({ ...page, ...stranger, url: '/status' })).toEqual({ go: 'status' });
		expect(admit({ ...page, ...stranger, url: '/' })).toEqual({ go: 'elsewhere', location: '/console' });
		expect(admit({ ...form, url: '/status' })).toEqual(on);
	});

	it.each<[string, ConsoleRequestFacts, number, string]>([
		['a name rebound to here', { ...page, host: 'evil.test:4711' }, 403, 'foreign-host'],
		['another port', { ...page, host: 'kiosk.example.org' }, 403, 'foreign-host'],
		['no host', { ...page, host: null }, 403, 'foreign-host'],
		['an address as to a proxy', { ...page, url: 'http://kiosk.example.org:4711/console' }, 400, 'no-path'],
		[
			'a form of another origin',
			{ ...form, origin: 'https://evil.test', fetchSite: 'cross-site' },
			403,
			'foreign-origin'
		],
		[
			'a form of the same name in the open',
			{ ...form, origin: 'http://kiosk.example.org:4711' },
			403,
			'foreign-origin'
		],
		['a form of an opaque origin', { ...form, origin: 'null' }, 403, 'foreign-origin'],
		['a form without an origin', { ...form, origin: null }, 403, 'foreign-origin'],
		['a form whose origin was forged outside a browser', { ...form, fetchSite: 'cross-site' }, 403, 'foreign-origin'],
		['a form of a sibling', { ...form, fetchSite: 'same-site' }, 403, 'foreign-origin'],
		[
			'a log-in form from elsewhere',
			{ ...form, ...stranger, url: '/console/log-in', origin: 'https://evil.test' },
			403,
			'foreign-origin'
		],
		['another method from elsewhere', { ...form, method: 'DELETE', origin: null }, 403, 'foreign-origin'],
		[
			'a frame in another page',
			{ ...page, fetchSite: 'cross-site', fetchDestination: 'iframe' },
			403,
			'foreign-origin'
		],
		['a stream of another page', { ...stream, fetchSite: 'cross-site' }, 403, 'foreign-origin'],
		['a read by another origin', { ...stream, fetchSite: null, origin: 'https://evil.test' }, 403, 'foreign-origin'],
		['a body that is too big', { ...form, contentLength: String(mostBodyBytes + 1) }, 413, 'too-big'],
		['a body of unknown length', { ...form, contentLength: null, isChunked: true }, 411, 'no-length']
	])('refuses %s', (_, facts, status, why) => {
		expect(admit(facts)).toEqual({ go: 'away', status, why });
	});
});
