// Before all specs: makes both packages, once, in a folder that goes when the specs have ended.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../../packaging/pack.ts';
import { describeElectron, findElectron } from '../electron/electron.ts';
import { packageIn } from './package.ts';

export default async function packBoth(): Promise<(() => void) | undefined> {
  const found = process.platform === 'linux' ? await findElectron(console.log) : null;
  if (!found?.ok) return undefined; // each spec says why it is skipped
  console.log(`Packages around ${describeElectron(found.electron)}`);
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-packages-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // The test build last: out/ is then what other specs expect to find there.
    for (const purpose of ['release', 'test'] as const) {
      await pack(purpose, found.electron, ['--dir', `-c.directories.output=${join(folder, purpose)}`]);
      const { folder: packed, archive } = packageIn(folder, purpose);
      console.log(`${purpose}: ${megabytes(sizeOf(packed))}, of which the app is ${megabytes(statSync(archive).size)}`);
    }
  } catch (error) {
    remove();
    throw error;
  }
  process.env.CLIPTRAY_PACKAGES = folder; // workers inherit it
  return remove;
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
