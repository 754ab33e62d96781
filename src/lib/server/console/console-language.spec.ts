import { expect, it } from 'vitest';
import { consoleLanguage } from './console-language.ts';

it.each([
	['sv', 'en', 'sv'],
	['ru', 'en-GB, fi;q=0.5', 'en'],
	[undefined, 'de, sv-FI;q=0.4, fi;q=0.8', 'fi'],
	[undefined, 'en;q=0, sv;q=0.1', 'sv'],
	[undefined, 'se, *;q=0.1', 'fi'],
	[undefined, null, 'fi'],
	[undefined, ';;q=,', 'fi']
])('with the cookie %s and a browser that asks for %s the console speaks %s', (cookie, accept, language) => {
	expect(consoleLanguage(cookie, accept)).toBe(language);
});
