/** One line of the table. */
export interface Figure {
	readonly name: string;
	readonly unit: 'ms' | 'kB' | 'MB' | 'files';
	/** In words: what exactly was timed or counted. */
	readonly measured: string;
	readonly ours: readonly number[];
	/** Taken in turn with ours; null where the limit is no ratio. */
	readonly baseline: readonly number[] | null;
	/** The one number that stands for ours. */
	readonly ourValue: number;
	/** Of the ratio where there is a baseline, else of our own value. */
	readonly limit: number;
	/** What a person who looks for lost time wants to see. */
	readonly notes?: Readonly<Record<string, number | string>>;
}

/** A measure of one speed that the issue promises. Starts what it needs, and ends it. */
export type Measure = (rounds: number) => Promise<readonly Figure[]>;

export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
	return (lower + upper) / 2;
}

export const ratioOf = ({ ourValue, baseline }: Figure): number | null =>
	baseline === null ? null : ourValue / median(baseline);

export const isKept = (figure: Figure): boolean => (ratioOf(figure) ?? figure.ourValue) <= figure.limit;

/** Ours and the baseline in turn, so that a busy minute of the machine strikes both: A B A B … */
export async function inTurn(rounds: number, ours: () => Promise<number>, baseline: () => Promise<number>) {
	const taken = { ours: [] as number[], baseline: [] as number[] };
	for (let round = 0; round < rounds; round++) {
		taken.ours.push(await ours());
		taken.baseline.push(await baseline());
	}
	return { ...taken, ourValue: median(taken.ours) };
}
