import type { Component } from 'svelte';
import type { Print } from '../print/printing-of.ts';
import CallStaffPicture from './CallStaffPicture.svelte';
import CloseCoverPicture from './CloseCoverPicture.svelte';
import FillPaperPicture from './FillPaperPicture.svelte';
import PaperOutPicture from './PaperOutPicture.svelte';
import PowerPicture from './PowerPicture.svelte';
import WaitPicture from './WaitPicture.svelte';

/** What to do about each fault, as a picture beside its sentence. */
export const printFaultPictures: Readonly<Record<NonNullable<Print['fault']>, Component>> = {
	'media-empty': FillPaperPicture,
	'media-needed': FillPaperPicture,
	'media-jam': CallStaffPicture,
	'cover-open': CloseCoverPicture,
	'toner-empty': CallStaffPicture,
	'input-tray-missing': FillPaperPicture,
	'output-full': PaperOutPicture,
	'spool-area-full': WaitPicture,
	offline: PowerPicture,
	busy: WaitPicture,
	'timed-out': PaperOutPicture,
	'bad-answer': PaperOutPicture,
	'document-refused': CallStaffPicture,
	aborted: PaperOutPicture,
	'cancelled-at-printer': PaperOutPicture
};
