import { ensureBuild, ensureDebianPackages, ensureNpmPackages } from './ensure.mjs';
import { run } from './run.mjs';

/** `npm run escapes -- …`: takes away one control of the locked shell after the other and tells which attacks then get through. */
if (!(await ensureNpmPackages())) process.exit(1);
if ((await ensureDebianPackages('start', 'test')).length > 0) process.exit(1);
if (!(await ensureBuild())) process.exit(1);
process.exit(await run(['node', 'tests/shell/escapes/main.ts', ...process.argv.slice(2)]));
