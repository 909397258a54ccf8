// `npm run setup`: what tests and demo need of the machine, that is system packages, a display and an Electron.
// Ends with 0 when all is there, at once where nothing was missing; with 2 when a person has to install something.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describeElectron, findElectron, needsRuntime } from './electron/electron.ts';
import { missingNeeds, type Need, packageNames } from './system-packages.ts';

const withPip = await needsRuntime(console.log);
const missing = process.platform === 'linux' ? missingNeeds(withPip) : [];
if (missing.length > 0 && !install(missing)) process.exit(2);
const found = await findElectron(console.log);
console.log(found.ok ? `Ready: ${describeElectron(found.electron)}` : `No Electron can be had: ${found.reason}`);

/** Root installs; others are told the one command. */
function install(needs: readonly Need[]): boolean {
  console.log(`Missing on this machine: ${needs.map(({ name }) => name).join(', ')}`);
  const isDebian = existsSync('/usr/bin/apt-get');
  if (isDebian && process.getuid?.() === 0) {
    console.log('Installing it (apt-get) ...');
    if (!aptGet('update')) console.log('The list of packages could not be brought up to date.');
    if (aptGet(`install -y --no-install-recommends ${packageNames(needs)}`)) return true;
  }
  console.error(`Run: sudo apt-get update && sudo apt-get install --no-install-recommends ${packageNames(needs)}`);
  if (!isDebian) console.error('(These are names of Debian packages; this system may call them otherwise.)');
  return false;
}

function aptGet(args: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', ['-qq', ...args.split(' ')], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  );
}
