import type { LocalizedText } from '../language.ts';

/** Screens of our own to which advice may lead, beside the channels. */
export const ownScreens = ['scan', 'print', 'portal'] as const;
export type OwnScreen = (typeof ownScreens)[number];

/** No matter may need more questions than this. */
export const mostQuestions = 3;

/** Leads either to another question or to advice. */
export interface GuideAnswer {
	readonly text: LocalizedText;
	readonly question?: string;
	readonly advice?: string;
}

export interface GuideQuestion {
	readonly id: string;
	readonly text: LocalizedText;
	readonly answers: readonly GuideAnswer[];
}

/** The best way for a matter, why it is the best, and what else there is. */
export interface GuideAdvice {
	readonly id: string;
	readonly why: LocalizedText;
	/** What to do here before it. */
	readonly first?: 'scan' | 'print';
	/** A channel or a screen of our own. */
	readonly best: string;
	readonly alternatives: readonly string[];
}

/** Leads from a matter to the best way of handling it. The first question is where it starts. */
export interface Guide {
	readonly questions: readonly GuideQuestion[];
	readonly advice: readonly GuideAdvice[];
}

/** Every channel and screen that some advice leads to. */
export const placesOf = ({ advice }: Guide): ReadonlySet<string> =>
	new Set(advice.flatMap(({ best, alternatives }) => [best, ...alternatives]));

export type GuideStep = { readonly kind: 'question' | 'advice'; readonly id: string };

/** Where these answers (numbers from 0) lead; answers that lead nowhere are as if not given. Null: there is no question at all. */
export function guideStep(guide: Guide, answers: readonly number[]): GuideStep | null {
	let question = guide.questions[0];
	for (const number of answers) {
		const answer = question?.answers[number];
		if (answer?.advice !== undefined) return { kind: 'advice', id: answer.advice };
		const next = guide.questions.find(({ id }) => id === answer?.question);
		if (next === undefined) break;
		question = next;
	}
	return question === undefined ? null : { kind: 'question', id: question.id };
}
