/** Why something that staff asked for at Today was not done. */
export type TodayProblem = 'not-now' | 'not a time ahead' | 'no next opening' | 'not chosen';
