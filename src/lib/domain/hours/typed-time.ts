/**
 * A time of day as people type it, as the configuration writes it: `9`, `9.00`, `9:00`, `900` and `0900` are all `09:00`; null for what
 * is no time at all. That the hour exists is checked where the interval is.
 */
export function typedTime(text: string): string | null {
	const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
	return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}
