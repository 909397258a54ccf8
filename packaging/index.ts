// `npm run package [-- electron-builder's options]`: makes in dist/ what people install, for the system that it runs on.
import { describeElectron, findElectron } from '../test/electron/electron.ts';
import { buildFor, pack } from './pack.ts';

const args = process.argv.slice(2);
const found = await findElectron(console.log);
if (!found.ok) fail(`no Electron can be had: ${found.reason}`);
console.log(`Packing around ${describeElectron(found.electron)}`);
if (found.electron.from === 'the test runtime') {
  if (!args.includes('--dir')) fail('around the test runtime only a folder to try is made: npm run package -- --dir');
  console.warn('This one is to be tried, not to be given away: its Chromium is old and gets no security fixes.');
}
try {
  await buildFor('release');
  await pack('release', found.electron, args);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
