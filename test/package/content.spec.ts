// What is in a package, and what is not: only files that run, nothing of this machine, no way in for tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, type Package, test } from './package.ts';

const root = join(import.meta.dirname, '../..');

/** All that a package may hold; `start.cjs` only around the test runtime. */
const known = [
  /^(package\.json|LICENSE|start\.cjs)$/,
  /^out\/(main|preload)\/[a-z-]+(\.cjs|\.licenses\.md)$/,
  /^out\/renderer\/(index\.html|licenses\.md|assets\/[^/]+\.(css|js|jpg))$/,
  /^resources\/(app|tray-[a-z-]+(@2x)?)\.png$/,
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js|prebuilds\/linux-[a-z0-9]+\/keytar\.node)$/,
  /^node_modules\/(@[a-z]+\/)?[a-z0-9-]+\/(package\.json|index\.js|LICEN[CS]E(\.[A-Z0-9a-z]+)?)$/,
  /^node_modules\/@particle\/dbus-next\/lib\/([a-z]+\/)?[a-z0-9-]+\.(js|json)$/,
  /^node_modules\/(jsbi\/dist\/jsbi-cjs|long\/src\/long)\.js$/,
  /^node_modules\/(sax|xml2js|xmlbuilder)\/lib\/[A-Za-z0-9]+\.js$/,
];

function filesOf({ archive }: Package): readonly string[] {
  const all = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}/`)));
}

const textOf = ({ archive }: Package, file: string) => extractFile(archive, file).toString();

test('all that runs is in it, and nothing else: no sources, no tests, no maps', ({ packages }) => {
  const files = filesOf(packages.release);
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files).toEqual(filesOf(packages.test));
  const pictures = readdirSync(join(root, 'resources')).filter((name) => name.endsWith('.png'));
  expect(pictures.filter((name) => !files.includes(`resources/${name}`))).toEqual([]);
  const binaries = files.filter((file) => file.endsWith('.node'));
  expect(binaries).toEqual([`node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`]);
});

test('nothing in it says where it was made, or how', ({ packages }) => {
  const archive = readFileSync(packages.release.archive);
  const places = ['main', 'renderer', 'node_modules', 'out'].map((folder) => join(root, folder));
  expect(places.filter((place) => archive.includes(place))).toEqual([]);
  const about = JSON.parse(textOf(packages.release, 'package.json'));
  expect(about).toMatchObject({ productName: 'Cliptray', desktopName: 'cliptray.desktop' });
  expect(['scripts', 'devDependencies', 'build'].filter((key) => key in about)).toEqual([]);
});

test('a release lacks the code that reads test variables', ({ packages }) => {
  const reads = /\.CLIPTRAY_[A-Z_]+|getSwitchValue\([^)]*\)/g;
  const inTest = new Set(textOf(packages.test, 'out/main/index.cjs').match(reads));
  expect([...inTest].sort()).toEqual([
    '.CLIPTRAY_BLINK_URL',
    '.CLIPTRAY_SPEED',
    '.CLIPTRAY_TOKENS',
    '.CLIPTRAY_TOKEN_FILE',
    'getSwitchValue("token-line")',
  ]);
  expect(textOf(packages.release, 'out/main/index.cjs').match(reads)).toBeNull();
});

test('the fuses of a release are flipped; the test package differs in the debugger only', async ({ packages }) => {
  const { release, test } = packages;
  expect(await fusesOf(release)).toMatchObject(flipped);
  expect(await fusesOf(test)).toMatchObject({ ...flipped, EnableNodeCliInspectArguments: true });
});

test('around the Electron that ships the files are the same, and it has one fuse more', async ({ packages }) => {
  const { release, shipped } = packages;
  expect(filesOf(shipped)).toEqual(filesOf(release).filter((file) => file !== 'start.cjs'));
  expect(JSON.parse(textOf(shipped, 'package.json')).main).toBe('out/main/index.cjs');
  expect(textOf(shipped, 'out/main/index.cjs')).toBe(textOf(release, 'out/main/index.cjs'));
  expect(await fusesOf(shipped)).toEqual({ ...flipped, GrantFileProtocolExtraPrivileges: false });
});

const flipped = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
};

/** A fuse's state as it stands in the executable: the digit 1. */
const enabled = 0x31;

/** Those that the app cares for, and this Electron has. */
async function fusesOf({ executable }: Package): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(executable);
  const cared = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ].filter((fuse) => wire[fuse] !== undefined);
  return Object.fromEntries(cared.map((fuse) => [FuseV1Options[fuse], wire[fuse] === enabled]));
}
