import * as v from 'valibot';
import type { Guide } from '../../domain/channels/guide.ts';
import { fields, identifier, list, localizedText, oneOf } from './schema-words.ts';

const answer = fields({
	text: localizedText,
	/** Where it leads: one of the two. */
	question: v.exactOptional(identifier),
	advice: v.exactOptional(identifier)
});

const question = fields({
	id: identifier,
	text: localizedText,
	answers: v.pipe(list(answer, 2), v.maxLength(6, 'the list is too long; at most 6 answers can be read at one glance'))
});

const advice = fields({
	id: identifier,
	/** One sentence: why this is the best way. */
	why: localizedText,
	/** What to do on this computer before it. */
	first: v.exactOptional(oneOf(['scan', 'print'])),
	/** A channel, or a screen of ours: scan, print, portal. */
	best: identifier,
	alternatives: v.pipe(list(identifier, 1), v.maxLength(2, 'the list is too long; at most 2 alternatives'))
});

/** `guides.yaml`: from a matter to the best channel. The first question is asked first. */
export const guidesSchema = fields({ questions: list(question, 1), advice: list(advice, 1) });

/** What the file says is what the session understands; a difference is a type error here. */
export const guideOf = (file: v.InferOutput<typeof guidesSchema>): Guide => file;
