import type { Language } from '../domain/language.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

/** All texts, by language. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { fi, sv, en };
