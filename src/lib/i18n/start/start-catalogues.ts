import type { Language } from '../../domain/language.ts';
import { startEn } from './en.ts';
import { startFi } from './fi.ts';
import type { StartCatalogue } from './start-catalogue.ts';
import { startSv } from './sv.ts';

/** The texts that are needed before a visit begins, by language. */
export const startCatalogues: Readonly<Record<Language, StartCatalogue>> = { fi: startFi, sv: startSv, en: startEn };
