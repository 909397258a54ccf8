// What is in a package, and what is not: only files that run, nothing of this machine, no way in for tests.
import { readFileSync } from 'node:fs';
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
  /^resources\/tray-[a-z-]+(@2x)?\.png$/,
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

test('only files that run are in it: no sources, no tests, no maps', ({ packages }) => {
  const files = filesOf(packages.release);
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files).toEqual(filesOf(packages.test));
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
  const closed = {
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
  };
  expect(await fusesOf(packages.release)).toEqual(closed);
  expect(await fusesOf(packages.test)).toEqual({ ...closed, EnableNodeCliInspectArguments: true });
});

/** A fuse's state as it stands in the executable: the digit 1. */
const enabled = 0x31;

async function fusesOf({ executable }: Package): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(executable);
  const chosen = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  return Object.fromEntries(chosen.map((fuse) => [FuseV1Options[fuse], wire[fuse] === enabled]));
}
