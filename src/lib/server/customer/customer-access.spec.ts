import { describe, expect, it } from 'vitest';
import { createCustomerAccess, type RequestFacts } from './customer-access.ts';

const access = createCustomerAccess(4173, 'the-token');

const screen: RequestFacts = {
	method: 'GET',
	host: '127.0.0.1:4173',
	origin: null,
	fetchSite: 'same-origin',
	cookie: 'kiosk=the-token',
	tokenInAddress: null
};
const command: RequestFacts = { ...screen, method: 'POST', origin: 'http://127.0.0.1:4173' };

describe('the door of the customer listener', () => {
	it('lets the customer screen read and command', () => {
		expect(access.admit(screen)).toEqual({ admitted: true });
		expect(access.admit(command)).toEqual({ admitted: true });
		expect(access.admit({ ...screen, host: 'localhost:4173', fetchSite: 'none' })).toEqual({ admitted: true });
	});

	it('moves the token of the printed address into a cookie that scripts and other sites never see', () => {
		expect(access.admit({ ...screen, fetchSite: 'none', cookie: null, tokenInAddress: 'the-token' })).toEqual({
			admitted: true,
			setCookie: 'kiosk=the-token; HttpOnly; SameSite=Strict; Path=/'
		});
	});

	it.each([
		['another program without the token', { ...screen, cookie: null }, 'no-token'],
		['a guessed token', { ...screen, cookie: 'kiosk=the-tokeN' }, 'no-token'],
		['a guessed token in the address', { ...screen, cookie: null, tokenInAddress: 'x' }, 'no-token'],
		['a token in the address of a command', { ...command, cookie: null, tokenInAddress: 'the-token' }, 'no-token'],
		['a name rebound to loopback', { ...screen, host: 'rebound.evil.test:4173' }, 'foreign-host'],
		['another port', { ...screen, host: '127.0.0.1:9999' }, 'foreign-host'],
		['no host at all', { ...screen, host: null }, 'foreign-host'],
		['a command from a page of the portal', { ...command, origin: 'https://portal.test' }, 'foreign-origin'],
		['a command without an origin', { ...command, origin: null }, 'foreign-origin'],
		['a form of an opaque origin', { ...command, origin: 'null' }, 'foreign-origin'],
		['a picture in a page of the portal', { ...screen, fetchSite: 'cross-site' }, 'foreign-origin'],
		['a sibling of ours on another port', { ...screen, fetchSite: 'same-site' }, 'foreign-origin'],
		['a command that no page sent', { ...command, fetchSite: 'none' }, 'foreign-origin']
	] as const)('refuses %s', (_, facts, reason) => {
		expect(access.admit(facts)).toEqual({ admitted: false, reason });
	});

	it('makes a new token at each start', () => {
		expect(createCustomerAccess(1).address()).not.toBe(createCustomerAccess(1).address());
	});
});
