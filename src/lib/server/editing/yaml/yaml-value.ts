/** A value as YAML holds it. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export interface YamlMap {
	readonly [key: string]: YamlValue;
}

export const isYamlMap = (value: unknown): value is YamlMap =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const isYamlList = (value: unknown): value is readonly YamlValue[] => Array.isArray(value);
