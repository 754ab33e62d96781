/** An expected outcome: a value, or a fault that has a name. Bugs throw; expected failures are values. */
export type Result<Value, Fault> = { ok: true; value: Value } | { ok: false; fault: Fault };

/** The happy outcome. */
export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The named failure. */
export const failed = <Fault>(fault: Fault): { ok: false; fault: Fault } => ({ ok: false, fault });
