// Before all specs: makes the packages, once, in a folder that goes when the specs have ended.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFor, type Purpose, pack } from '../../packaging/pack.ts';
import { describeElectron, type Electron, findElectron } from '../electron/electron.ts';
import { type PackageName, packageIn } from './package.ts';
import { standInFor } from './shipped-electron.ts';

export default async function packAll(): Promise<(() => void) | undefined> {
  const found = process.platform === 'linux' ? await findElectron(console.log) : null;
  if (!found?.ok) return undefined; // each spec says why it is skipped
  console.log(`Packages around ${describeElectron(found.electron)}`);
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-packages-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const packAs = (name: PackageName, purpose: Purpose, electron: Electron) =>
    pack(purpose, electron, ['--dir', `-c.directories.output=${join(folder, name)}`]);
  try {
    await buildFor('release');
    await packAs('release', 'release', found.electron);
    await packAs('shipped', 'release', standInFor(join(folder, 'stand-in')));
    await buildFor('test'); // last: out/ is then what other specs expect to find there
    await packAs('test', 'test', found.electron);
    const { folder: packed, archive } = packageIn(folder, 'release');
    console.log(`release: ${megabytes(sizeOf(packed))}, of which the app is ${megabytes(statSync(archive).size)}`);
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
