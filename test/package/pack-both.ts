// Before all specs: makes both packages, once, in a folder that goes when the specs have ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../../packaging/pack.ts';
import { describeElectron, findElectron } from '../electron/electron.ts';

export default async function packBoth(): Promise<(() => void) | undefined> {
  const found = await findElectron(console.log);
  if (!found.ok) return undefined; // each spec says so
  console.log(`Packages around ${describeElectron(found.electron)}`);
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-packages-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // The test build last: out/ is then what other specs expect to find there.
    for (const purpose of ['release', 'test'] as const) {
      await pack(purpose, found.electron, ['--dir', `-c.directories.output=${join(folder, purpose)}`]);
    }
  } catch (error) {
    remove();
    throw error;
  }
  process.env.CLIPTRAY_PACKAGES = folder; // workers inherit it
  return remove;
}
