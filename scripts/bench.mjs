import { ensureBuild, ensureDebianPackages, ensureNpmPackages } from './ensure.mjs';
import { run } from './run.mjs';

/** `npm run bench -- …`: measures the built program. */
if (!(await ensureNpmPackages())) process.exit(1);
if ((await ensureDebianPackages('start', 'test')).length > 0) process.exit(1);
if (!(await ensureBuild())) process.exit(1);
process.exit(await run(['node', 'tests/bench/main.ts', ...process.argv.slice(2)]));
