import { expect, it } from 'vitest';
import { createAnnouncements } from './announcements.ts';

const instance = 'Brother MFC._uscan._tcp.local';
const pointer = { type: 'PTR', name: '_uscan._tcp.local', data: instance };
const service = { type: 'SRV', name: instance, data: { target: 'BRN.local', port: 80 } };
const words = (...entries: string[]) => ({
	type: 'TXT',
	name: instance,
	data: entries.map((entry) => Buffer.from(entry))
});
const host = { type: 'A', name: 'brn.local', data: '192.0.2.7' };

it('a device whose records come in several packets, in any order and case, is one address', () => {
	const heard = createAnnouncements();
	heard.hear([pointer], '192.0.2.8');
	expect([heard.addresses(false), heard.incomplete()]).toEqual([[], [instance.toLowerCase()]]);
	heard.hear([words('txtvers=1', 'RS=/eSCL/2/', 'ty=Brother'), host], '192.0.2.8');
	heard.hear([service], '192.0.2.8');
	expect([heard.addresses(false), heard.incomplete()]).toEqual([['http://192.0.2.7:80/eSCL/2/'], []]);
});

it('who says no address is where its packet came from, and who says no path has the usual one', () => {
	const heard = createAnnouncements();
	heard.hear([service], '192.0.2.8');
	expect([heard.addresses(false), heard.addresses(true)]).toEqual([[], ['http://192.0.2.8:80/eSCL']]);
});

it('the plain address comes before that of TLS', () => {
	const heard = createAnnouncements();
	const secure = instance.replace('_uscan.', '_uscans.');
	heard.hear([{ ...service, name: secure }, { ...words(), name: secure }, service, words(), host], '192.0.2.8');
	expect(heard.addresses(false)).toEqual(['http://192.0.2.7:80/eSCL', 'https://192.0.2.7:80/eSCL']);
});

it('records that are none, and paths that lead elsewhere, make no address of their own', () => {
	const heard = createAnnouncements();
	heard.hear(
		[
			null,
			{ type: 'SRV', name: instance, data: { target: 'x', port: 0 } },
			{ type: 'TXT', name: instance, data: 'rs' },
			{ type: 'PTR', name: '_uscan._tcp.local', data: 'evil.example' },
			{ ...host, data: 'evil.example' }
		],
		'192.0.2.8'
	);
	expect([heard.addresses(true), heard.incomplete()]).toEqual([[], []]);
	for (const path of ['@evil.example/', '../admin', 'eSCL?x=', 'a b']) {
		heard.hear([service, words(`rs=${path}`)], '192.0.2.8');
		expect(heard.addresses(false)).toEqual(['http://192.0.2.8:80/eSCL']);
	}
});
