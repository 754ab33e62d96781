import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Permissive and weak-copyleft licences (SPDX), which may go together with EUPL-1.2. */
const accepted = new Set([
	'0BSD',
	'Apache-2.0',
	'Artistic-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC-BY-3.0',
	'CC-BY-4.0',
	'CC0-1.0',
	'ISC',
	'LGPL-3.0-only',
	'LGPL-3.0-or-later',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'OFL-1.1',
	'PSF-2.0',
	'Python-2.0',
	'Unlicense',
	'WTFPL',
	'Zlib'
]);

/** Packages that name their licence only in their LICENSE file, which a person has read: MIT, BSD-2-Clause. */
const readByHand = new Set(['png-js', 'suncalc']);

/** "(MIT OR GPL-2.0)": one accepted alternative is enough; "A AND B": all parts must be. */
function isAccepted(expression) {
	const alternatives = expression.replace(/[()]/g, '').split(/ OR /);
	return alternatives.some((alternative) => alternative.split(/ AND /).every((name) => accepted.has(name.trim())));
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const refused = Object.entries(packages)
	.filter(([path]) => path !== '' && !readByHand.has(path.replace(/^.*node_modules\//, '')))
	.filter(([, { license }]) => !isAccepted(license ?? 'no licence named'))
	.map(
		([path, { license, version }]) =>
			`${path.replace(/^.*node_modules\//, '')} ${version}: ${license ?? 'no licence named'}`
	);
for (const line of refused) console.error(line);
console.log(`${Object.keys(packages).length - 1} packages, ${refused.length} under a licence that is not on the list`);
process.exit(refused.length === 0 ? 0 : 1);
