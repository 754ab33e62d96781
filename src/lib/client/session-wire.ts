import type { CommandAnswer, Refusal } from '../session/session-command.ts';
import type { SessionView } from '../session/session-view.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Reads one message of the view stream. The server is ours and of the same build, so only the frame is checked: a full
 * schema would double the page's code. Null when it is not a view.
 */
export function readView(text: string): SessionView | null {
	try {
		return viewIn(JSON.parse(text));
	} catch {
		return null;
	}
}

function viewIn(value: unknown): SessionView | null {
	const whole =
		isRecord(value) &&
		typeof value['sequence'] === 'number' &&
		typeof value['now'] === 'number' &&
		isRecord(value['point']) &&
		isRecord(value['trial']) &&
		isRecord(value['state']) &&
		typeof value['state']['name'] === 'string';
	return whole ? (value as unknown as SessionView) : null;
}

/** One row for each refusal, so that a new one cannot be forgotten here. */
const knownRefusals: Readonly<Record<Refusal, true>> = {
	'not-now': true,
	'no-such-paper': true,
	'already-running': true,
	'portal-not-available': true,
	'wrong-file-type': true,
	'too-big-for-portal': true,
	'name-not-allowed': true,
	'not-pages': true,
	'nothing-to-undo': true,
	'page-count-would-be-zero': true,
	'no-such-channel': true,
	'no-such-page': true,
	'too-many-copies': true,
	'too-many-sides': true
};
const isRefusal = (value: unknown): value is Refusal =>
	typeof value === 'string' && Object.hasOwn(knownRefusals, value);

/** What an accepted command brought, where the answer says it. */
export const viewOfAnswer = (value: unknown): SessionView | null => (isRecord(value) ? viewIn(value['view']) : null);

/** Reads the answer to a command; null when it is no answer at all. */
export function readAnswer(value: unknown): CommandAnswer | null {
	if (!isRecord(value)) return null;
	if (value['accepted'] === true) return { accepted: true };
	if (value['accepted'] === false && isRefusal(value['refusal'])) return { accepted: false, refusal: value['refusal'] };
	return null;
}
