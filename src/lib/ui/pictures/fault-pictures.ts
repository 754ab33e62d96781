import type { Component } from 'svelte';
import type { ScanFault } from '../../session/session-view.ts';
import CallStaffPicture from './CallStaffPicture.svelte';
import CloseCoverPicture from './CloseCoverPicture.svelte';
import FeederPicture from './FeederPicture.svelte';
import FewerSheetsPicture from './FewerSheetsPicture.svelte';
import JamPicture from './JamPicture.svelte';
import PowerPicture from './PowerPicture.svelte';
import WaitPicture from './WaitPicture.svelte';

/** What to do about each fault, as a picture beside its sentence. */
export const faultPictures: Readonly<Record<ScanFault, Component>> = {
	'feeder-empty': FeederPicture,
	jam: JamPicture,
	'cover-open': CloseCoverPicture,
	busy: WaitPicture,
	offline: PowerPicture,
	'timed-out': WaitPicture,
	'bad-answer': CallStaffPicture,
	'out-of-memory': FewerSheetsPicture,
	'io-error': CallStaffPicture
};
