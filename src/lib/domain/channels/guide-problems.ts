import { mostQuestions, ownScreens, type Guide, type GuideAdvice, type GuideAnswer } from './guide.ts';

/** What is wrong with a guide whose parts are each right by themselves. `path` leads to the part that is to be changed. */
export interface GuideProblem {
	readonly path: readonly (string | number)[];
	readonly message: string;
}

/** Everything that would leave a customer without advice, lead them nowhere, or ask them too much. */
export function guideProblems(guide: Guide, channelIds: readonly string[]): readonly GuideProblem[] {
	const { questions, advice } = guide;
	const places: readonly string[] = [...ownScreens, ...channelIds];
	const reached = distances(guide);
	return [
		...duplicates(
			'questions',
			questions.map(({ id }) => id)
		),
		...duplicates(
			'advice',
			advice.map(({ id }) => id)
		),
		...questions.flatMap(({ id, answers }, index) => {
			const path = ['questions', index] as const;
			const asked = reached.questions.get(id);
			if (asked === undefined) return [problem(path, 'no answer leads to this question; lead to it or remove it')];
			if (asked > mostQuestions)
				return [problem(path, `a path through this question asks more than ${mostQuestions} questions`)];
			return answers.flatMap((answer, number) => answerProblems(guide, answer, [...path, 'answers', number]));
		}),
		...advice.flatMap((each, index) => {
			const path = ['advice', index] as const;
			if (!reached.advice.has(each.id))
				return [problem(path, 'no answer leads to this advice; lead to it or remove it')];
			return placeProblems(each, places, path);
		})
	];
}

type Path = readonly (string | number)[];

const problem = (path: Path, message: string): GuideProblem => ({ path, message });

const duplicates = (list: string, ids: readonly string[]): GuideProblem[] =>
	ids.flatMap((id, index) =>
		ids.indexOf(id) < index ? [problem([list, index, 'id'], `"${id}" is already in the list`)] : []
	);

function answerProblems(guide: Guide, { question, advice }: GuideAnswer, path: Path): GuideProblem[] {
	if ((question === undefined) === (advice === undefined))
		return [problem(path, 'write either question: or advice:, one of the two')];
	if (question !== undefined && !guide.questions.some(({ id }) => id === question))
		return [problem([...path, 'question'], `"${question}" is no question of this file`)];
	if (advice !== undefined && !guide.advice.some(({ id }) => id === advice))
		return [problem([...path, 'advice'], `"${advice}" is no advice of this file`)];
	return [];
}

function placeProblems({ best, alternatives }: GuideAdvice, places: readonly string[], path: Path): GuideProblem[] {
	const named = [
		{ place: best, at: [...path, 'best'] },
		...alternatives.map((place, index) => ({ place, at: [...path, 'alternatives', index] }))
	];
	return named.flatMap(({ place, at }, index) => {
		if (!places.includes(place))
			return [problem(at, `"${place}" is neither a channel nor a screen; allowed: ${places.join(', ')}`)];
		const before = named.slice(0, index).some((other) => other.place === place);
		return before ? [problem(at, `"${place}" is already named in this advice`)] : [];
	});
}

/** The most questions that are asked up to each question (itself counted), and the advice that is reached. A circle counts as too many. */
function distances({ questions }: Guide) {
	const reached = { questions: new Map<string, number>(), advice: new Set<string>() };
	let round = questions.slice(0, 1);
	for (let asked = 1; asked <= Math.max(questions.length, mostQuestions) + 1; asked += 1) {
		for (const { id } of round) reached.questions.set(id, asked);
		const answers = round.flatMap((question) => question.answers);
		for (const { advice } of answers) if (advice !== undefined) reached.advice.add(advice);
		const next = new Set(answers.map(({ question }) => question));
		round = questions.filter(({ id }) => next.has(id));
	}
	return reached;
}
