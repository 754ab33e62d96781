/** What is wiped between two customers, in the order in which it is shown to staff. */
export const wipeStepNames = [
	'portal',
	'scanner',
	'printer',
	'tray',
	'clipboard',
	'screen',
	'settings',
	'temporary-files'
] as const;
export type WipeStepName = (typeof wipeStepNames)[number];

/** One step and its proof: what was looked at afterwards, and how many remains were found there. Holds no personal data. */
export interface WipeProof {
	readonly step: WipeStepName;
	/** True only when the places were looked at after the wipe and nothing was found. */
	readonly proven: boolean;
	/** The places that were looked at, in words for staff: "processes in the capsule's namespaces", "tray folder". */
	readonly lookedAt: readonly string[];
	/** What was still there, as a number and a class ("2 processes"), never a name or content. Empty when proven. */
	readonly found: readonly string[];
	readonly durationMs: number;
}

/** The record of one whole wipe. */
export interface WipeRecord {
	readonly reason: 'started' | 'session-ended' | 'staff-retry' | 'clock-right-again' | 'command-line';
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly durationMs: number;
	readonly proofs: readonly WipeProof[];
}

/** A wipe is proven when every step is there exactly once and each proves itself. */
export const isProven = (record: WipeRecord): boolean =>
	wipeStepNames.every((name) => {
		const proofs = record.proofs.filter((proof) => proof.step === name);
		return proofs.length === 1 && proofs[0]?.proven === true && proofs[0].found.length === 0;
	});
