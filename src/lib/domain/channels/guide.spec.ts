import { describe, expect, it } from 'vitest';
import { guideProblems } from './guide-problems.ts';
import { guideStep, type Guide, type GuideQuestion } from './guide.ts';

const words = (text: string) => ({ fi: text, sv: text, en: text });
const asks = (id: string, ...leads: readonly ({ question: string } | { advice: string })[]): GuideQuestion => ({
	id,
	text: words(id),
	answers: leads.map((lead, index) => ({ text: words(String(index)), ...lead }))
});
const advises = (id: string, best = 'phone', alternatives: readonly string[] = ['chat']) => ({
	id,
	why: words(id),
	best,
	alternatives
});
const guide: Guide = {
	questions: [
		asks('matter', { question: 'how' }, { advice: 'talk' }),
		asks('how', { advice: 'send' }, { question: 'where' }),
		asks('where', { advice: 'send' }, { advice: 'talk' })
	],
	advice: [advises('talk'), advises('send', 'portal', ['phone', 'scan'])]
};
const problemsOf = (changed: Partial<Guide>) =>
	guideProblems({ ...guide, ...changed }, ['phone', 'chat']).map(
		({ path, message }) => `${path.join('.')}: ${message}`
	);

describe('the answers of a customer', () => {
	it.each([
		[[], { kind: 'question', id: 'matter' }],
		[[0], { kind: 'question', id: 'how' }],
		[[0, 1], { kind: 'question', id: 'where' }],
		[[0, 1, 1], { kind: 'advice', id: 'talk' }],
		[[1], { kind: 'advice', id: 'talk' }]
	])('%j lead to %j', (answers, step) => {
		expect(guideStep(guide, answers)).toEqual(step);
	});

	it.each([[[7]], [[0, 7]], [[0, -1, 0]]])(
		'that no longer fit (%j) leave them at the last question they reached',
		(answers) => {
			expect(guideStep(guide, answers)).toEqual({ kind: 'question', id: answers.length === 1 ? 'matter' : 'how' });
		}
	);

	it('lead nowhere in a guide without questions', () => {
		expect(guideStep({ questions: [], advice: [] }, [0])).toBeNull();
	});
});

describe('a guide', () => {
	it('that leads every customer to advice has no problem', () => {
		expect(problemsOf({})).toEqual([]);
	});

	it.each<[string, Partial<Guide>, string[]]>([
		[
			'more than three questions',
			{
				questions: [
					...guide.questions.slice(0, 2),
					asks('where', { question: 'when' }, { advice: 'talk' }),
					asks('when', { advice: 'send' }, { advice: 'talk' })
				]
			},
			['questions.3: a path through this question asks more than 3 questions']
		],
		[
			'a circle',
			{
				questions: [
					asks('matter', { question: 'how' }, { advice: 'talk' }),
					asks('how', { question: 'matter' }, { advice: 'send' })
				]
			},
			['questions.1: a path through this question asks more than 3 questions']
		],
		[
			'a question that nobody is asked',
			{ questions: [...guide.questions, asks('lost', { advice: 'talk' }, { advice: 'send' })] },
			['questions.3: no answer leads to this question; lead to it or remove it']
		],
		[
			'advice that nobody gets',
			{ advice: [...guide.advice, advises('lost')] },
			['advice.2: no answer leads to this advice; lead to it or remove it']
		],
		[
			'an answer that leads nowhere',
			{ questions: [asks('matter', { question: 'gone' }, { advice: 'gone' }, { advice: 'talk' }, { advice: 'send' })] },
			[
				'questions.0.answers.0.question: "gone" is no question of this file',
				'questions.0.answers.1.advice: "gone" is no advice of this file'
			]
		],
		[
			'a channel that there is not',
			{ advice: [advises('talk', 'fax'), advises('send', 'phone', ['letter', 'phone'])] },
			[
				'advice.0.best: "fax" is neither a channel nor a screen; allowed: scan, print, portal, phone, chat',
				'advice.1.alternatives.0: "letter" is neither a channel nor a screen; allowed: scan, print, portal, phone, chat',
				'advice.1.alternatives.1: "phone" is already named in this advice'
			]
		],
		[
			'the same id twice',
			{ advice: [...guide.advice, advises('talk')] },
			['advice.2.id: "talk" is already in the list']
		]
	])('with %s is refused with the place', (_what, changed, problems) => {
		expect(problemsOf(changed)).toEqual(problems);
	});

	it('whose answer leads to two places at once is refused', () => {
		const both = { text: words('x'), question: 'how', advice: 'talk' };
		const [first, ...rest] = guide.questions;
		expect(problemsOf({ questions: [{ ...first!, answers: [...first!.answers, both] }, ...rest] })).toEqual([
			'questions.0.answers.2: write either question: or advice:, one of the two'
		]);
	});
});
