import { describe, expect, it } from 'vitest';
import { faultOf } from './scanimage-faults.ts';

describe('faultOf', () => {
	it('believes what was written more than the code, since a failed read may end with 0', () => {
		expect(faultOf({ code: 0, stderr: 'Scanning page 2\nscanimage: sane_read: Error during device I/O\n' })).toEqual({
			fault: 'io-error',
			detail: 'sane_read: Error during device I/O',
			step: 'sane_read'
		});
	});
	it.each([
		['scanimage: sane_start: Document feeder jammed', 6, 'jam'],
		['scanimage: sane_start: Document feeder out of documents', 7, 'feeder-empty'],
		['scanimage: sane_read: Scanner cover is open', 8, 'cover-open'],
		['scanimage: sane_start: Device busy', 3, 'busy'],
		['scanimage: sane_read: Out of memory', 10, 'out-of-memory'],
		['scanimage: open of device x:secret failed: Device busy', 1, 'busy'],
		['scanimage: open of device x:secret failed: Invalid argument', 1, 'offline'],
		['', 6, 'jam'],
		['', 1, 'io-error']
	])('reads %j with code %d as %s', (stderr, code, fault) => {
		expect(faultOf({ code, stderr })?.fault).toBe(fault);
	});
	it('tells nothing of the device by name', () => {
		expect(
			faultOf({ code: 1, stderr: 'scanimage: open of device x:secret failed: Invalid argument' })?.detail
		).not.toContain('secret');
	});
	it('is silent when all went well, and not when scanimage was killed', () => {
		expect(faultOf({ code: 0, stderr: 'Batch terminated, 2 pages scanned' })).toBeNull();
		expect(faultOf({ code: null, stderr: '' })?.fault).toBe('io-error');
	});
});
