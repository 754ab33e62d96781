/** Imports point one way: domain ← ports ← session ← server/compose ← routes. README and DESIGN tell why. */

/** Folders under src/lib as one pattern. */
const lib = (...names) => `^src/lib/(${names.join('|')})(/|\\.)`;
const specification = '\\.spec\\.ts$';

/** A layer and all of src that it may import. */
const only = (name, from, allowed, comment) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from, pathNot: specification },
	to: { path: '^src/', pathNot: allowed }
});

module.exports = {
	forbidden: [
		only('domain-stands-alone', lib('domain'), [lib('domain')], 'What is true depends on nothing.'),
		only(
			'ports-know-the-domain',
			lib('ports'),
			[lib('ports', 'domain')],
			'What we need from the world, in words of the domain.'
		),
		only(
			'session-knows-ports',
			lib('session'),
			[lib('session', 'ports', 'domain')],
			'What happens when: devices only through ports.'
		),
		{
			name: 'adapters-never-import-each-other',
			comment: 'A change of one device touches one folder.',
			severity: 'error',
			from: { path: '^src/lib/server/adapters/([^/]+)/', pathNot: specification },
			to: {
				path: '^src/',
				pathNot: ['^src/lib/server/adapters/$1/', lib('ports', 'domain'), '^src/lib/server/(process|log)/']
			}
		},
		{
			name: 'simulated-stands-beside-adapters',
			comment: 'The same ports, without real devices. A simulated printer speaks IPP by the codec of the real one.',
			severity: 'error',
			from: { path: '^src/lib/server/simulated/', pathNot: specification },
			to: {
				path: '^src/',
				pathNot: [
					'^src/lib/server/(simulated|process|log)/',
					lib('ports', 'domain'),
					'^src/lib/server/adapters/(ipp|escl)/'
				]
			}
		},
		{
			name: 'only-compose-chooses-adapters',
			comment:
				'compose.ts is the only place that knows which adapter is used; the command line uses devices one at a time.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: ['^src/lib/server/(adapters|simulated|compose)', '^src/cli/', specification]
			},
			to: { path: '^src/lib/server/(adapters|simulated)/' }
		},
		{
			name: 'nothing-imports-routes',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/(routes|hooks)' },
			to: { path: '^src/routes/' }
		},
		{
			name: 'server-never-imports-screens',
			severity: 'error',
			from: { path: lib('server') },
			to: { path: [lib('ui', 'client'), '^src/cli/'] }
		},
		{
			name: 'screens-know-no-server',
			comment: 'A screen imports ui, client, i18n, view types and domain types.',
			severity: 'error',
			from: { path: ['\\.svelte$', lib('ui', 'client')], pathNot: specification },
			to: {
				path: '^src/',
				pathNot: [lib('ui', 'client', 'i18n', 'domain', 'session'), '^src/app\\.css$', '^src/routes/']
			}
		},
		{
			name: 'texts-know-faults-by-name',
			comment: 'One table turns each fault of a port into words; the compiler complains when a row is missing.',
			severity: 'error',
			from: { path: lib('i18n'), pathNot: specification },
			to: { path: '^src/', pathNot: lib('i18n', 'domain', 'ports', 'session') }
		},
		{
			name: 'screens-take-only-types-of-the-session',
			comment: 'The machine stays in the server process; no screen is in a state that it is not in.',
			severity: 'error',
			from: { path: ['\\.svelte$', lib('ui', 'client', 'i18n')], pathNot: specification },
			to: { path: lib('session', 'ports'), dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'screens-know-no-xstate',
			severity: 'error',
			from: { path: ['\\.svelte$', lib('ui', 'client', 'i18n')] },
			to: { path: 'node_modules/xstate' }
		},
		{
			name: 'no-cycles',
			severity: 'error',
			from: { path: '^src/' },
			// Types may refer to each other; what runs may not.
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'no-utils-folder',
			comment: 'A folder is named after what is in it.',
			severity: 'error',
			from: {},
			to: { path: '^src/.*/(utils?|helpers?|misc|common)/' }
		},
		{
			name: 'production-code-imports-no-tests',
			severity: 'error',
			from: { path: '^src/', pathNot: specification },
			to: { path: '^tests/' }
		},
		{
			name: 'every-import-resolves',
			severity: 'error',
			from: { path: '^(src|tests)/' },
			to: {
				couldNotResolve: true,
				pathNot: '^(devtools-protocol/types|\\$app|\\$env|\\$service-worker|\\./\\$types|node:)'
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^build/', '^\\.svelte-kit/'] },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			mainFields: ['svelte', 'module', 'main', 'types']
		}
	}
};
