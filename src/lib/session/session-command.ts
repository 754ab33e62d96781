import * as v from 'valibot';
import { languages } from '../domain/language.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

const page = { paperId: id, pageId: id };

/** The edits that a customer can ask for (`PaperEdit`); how a paper is made to fit is found by us. */
const paperEditSchema = v.variant('type', [
	v.strictObject({
		type: v.literal('rename'),
		paperId: id,
		name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))
	}),
	v.strictObject({ type: v.literal('rotate page'), ...page, rotation: v.picklist([0, 90, 180, 270]) }),
	v.strictObject({ type: v.literal('remove page'), ...page }),
	v.strictObject({ type: v.literal('bring page back'), ...page }),
	v.strictObject({ type: v.literal('move page'), ...page, before: v.nullable(id) }),
	v.strictObject({ type: v.literal('straighten page'), ...page, on: v.boolean() }),
	v.strictObject({ type: v.literal('crop page'), ...page, on: v.boolean() }),
	v.strictObject({ type: v.literal('lighten page'), ...page, lightness: v.picklist([0, 1, 2]) }),
	v.strictObject({ type: v.literal('merge papers'), paperId: id, fromId: id }),
	v.strictObject({ type: v.literal('split paper'), ...page }),
	v.strictObject({ type: v.literal('compress paper'), paperId: id, compression: v.null() }),
	v.strictObject({ type: v.literal('remove paper'), paperId: id })
]);

const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999));
const pageRangesSchema = v.pipe(
	v.array(v.strictObject({ from: pageNumber, to: pageNumber })),
	v.maxLength(50),
	v.check((ranges) => ranges.every(({ from, to }, at) => from <= to && from > (ranges[at - 1]?.to ?? 0)))
);

/** Screens of a session that a customer can go to by themselves. */
export const screens = ['home', 'scan', 'papers', 'channels', 'guide'] as const;

/** Everything a customer's screen may ask for. The session decides; a command it does not allow is refused with a reason. */
export const sessionCommandSchema = v.variant('type', [
	v.strictObject({ type: v.literal('choose language'), language: v.picklist(languages) }),
	v.strictObject({ type: v.literal('back to languages') }),
	v.strictObject({ type: v.literal('start visit') }),
	v.strictObject({ type: v.literal('go to'), screen: v.picklist(screens) }),
	v.strictObject({ type: v.literal('I am here') }),
	/** Asks before ending; the question covers the portal. */
	v.strictObject({ type: v.literal('ask to end') }),
	v.strictObject({ type: v.literal('stay') }),
	v.strictObject({ type: v.literal('end visit') }),
	v.strictObject({ type: v.literal('call for help') }),
	v.strictObject({ type: v.literal('cancel help') }),
	v.strictObject({ type: v.literal('dismiss notice') }),

	v.strictObject({
		type: v.literal('start scan'),
		source: v.picklist(['feeder', 'flatbed']),
		sides: v.picklist(['one-sided', 'two-sided']),
		preset: v.picklist(['text', 'colour', 'photo'])
	}),
	v.strictObject({ type: v.literal('cancel scan') }),
	/** Goes on with the same choices into the same paper: the next page on the glass, more sheets, the rest after a fault. */
	v.strictObject({ type: v.literal('continue scan') }),
	/** The customer has seen how many pages came ("12 pages. Is that right?") or has read the fault. */
	v.strictObject({ type: v.literal('scan seen') }),

	v.strictObject({ type: v.literal('open paper'), paperId: id }),
	v.strictObject({ type: v.literal('edit paper'), edit: paperEditSchema }),
	v.strictObject({ type: v.literal('undo edit') }),

	v.strictObject({ type: v.literal('prepare print'), paperId: id }),
	v.strictObject({
		type: v.literal('print'),
		paperId: id,
		copies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
		twoSided: v.boolean(),
		colour: v.picklist(['color', 'monochrome']),
		/** Empty: all pages. Ascending and without overlap. */
		pageRanges: pageRangesSchema,
		/** Every page is made to fill its sheet; else it comes out as large as it is. */
		fitToA4: v.boolean()
	}),
	/** Sends the same paper with the same choices once more, after a fault or when something was wrong with it. */
	v.strictObject({ type: v.literal('print again') }),
	v.strictObject({ type: v.literal('cancel print') }),
	/** The customer has read how the print ended. */
	v.strictObject({ type: v.literal('print seen') }),

	v.strictObject({ type: v.literal('enter portal') }),
	v.strictObject({ type: v.literal('portal back') }),
	v.strictObject({ type: v.literal('close portal page') }),
	v.strictObject({ type: v.literal('capture portal page') }),
	/** Hands papers to the page's file input. */
	v.strictObject({ type: v.literal('attach papers'), paperIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) }),
	v.strictObject({ type: v.literal('cancel attaching') }),
	/** Makes a paper smaller so that the page takes it; shows the result before it is kept. */
	v.strictObject({ type: v.literal('make paper fit'), paperId: id }),
	v.strictObject({ type: v.literal('use smaller paper') }),
	/** Cancels that, takes its result back, or has read that it cannot be done. */
	v.strictObject({ type: v.literal('keep paper as it was') }),

	v.strictObject({ type: v.literal('look at channel'), channelId: id }),
	/** Opens the channel's own site in the locked portal; asks first where another place would be closed. */
	v.strictObject({ type: v.literal('open channel'), channelId: id }),
	/** The answer to that question; the other answer is `stay`. */
	v.strictObject({ type: v.literal('leave and open') }),
	v.strictObject({ type: v.literal('start guide') }),
	/** The question it answers stands in it, so that a second press answers nothing else. */
	v.strictObject({
		type: v.literal('answer guide'),
		questionId: id,
		answer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))
	}),
	v.strictObject({ type: v.literal('guide back') })
]);
export type SessionCommand = v.InferOutput<typeof sessionCommandSchema>;

const commandTypes: ReadonlySet<string> = new Set(
	sessionCommandSchema.options.map(({ entries }) => entries.type.literal)
);

/** Whether an event is one that a customer's screen can ask for, and not a report of the house. */
export const isSessionCommand = (type: string): type is SessionCommand['type'] => commandTypes.has(type);

/** Everything staff may ask for; reaches the session through the console or the command line, never the customer listener. */
export type StaffCommand = { type: 'retry wipe' } | { type: 'end visit' } | { type: 'help is coming' };

/** Why a command was refused; each has a sentence in every language. */
export const refusals = [
	'not-now',
	'no-such-paper',
	'already-running',
	'portal-not-available',
	'wrong-file-type',
	'too-big-for-portal',
	'name-not-allowed',
	'not-pages',
	'nothing-to-undo',
	'page-count-would-be-zero',
	'no-such-channel',
	'no-such-page',
	'too-many-copies',
	'too-many-sides'
] as const;
export type Refusal = (typeof refusals)[number];

export type CommandAnswer = { accepted: true } | { accepted: false; refusal: Refusal };
