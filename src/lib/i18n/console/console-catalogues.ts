import type { Language } from '../../domain/language.ts';
import type { ConsoleCatalogue } from './console-catalogue.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

/** All texts of the console, by language. */
export const consoleCatalogues: Readonly<Record<Language, ConsoleCatalogue>> = { fi, sv, en };
