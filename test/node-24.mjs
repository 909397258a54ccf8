// Loaded before every script (`node --import`): says what to do where Node is too old to run TypeScript sources.
// npm puts the project's own Node 24 first on the PATH as soon as the packages are installed.
import { existsSync } from 'node:fs';

if (Number.parseInt(process.versions.node, 10) < 24 || !existsSync(new URL('../node_modules', import.meta.url))) {
  console.error(`Cliptray's scripts need Node 24 (this is ${process.version}), which comes with its packages.`);
  console.error('Install them first (npm ci), then run this script through npm (npm run ...).');
  process.exit(1);
}
