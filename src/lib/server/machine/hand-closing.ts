/** A computer that staff closed by hand, whatever the hours say; kept over a restart. */
export interface HandClosing {
	/** Null: not closed by hand. `until`: opens by itself then (milliseconds since the epoch); null: only by hand. */
	state(): { readonly until: number | null } | null;
	close(until: number | null): void;
	open(): void;
}
