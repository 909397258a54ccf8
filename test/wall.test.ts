// The import wall and the arrows of biome.json hold: every forbidden import below is reported, no allowed one is.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'cliptray-wall-'));
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(root, name), join(house, name));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

interface BiomeReport {
  readonly diagnostics: readonly {
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** Builds a house of files with one import a line, and gives the lines that Biome reports. */
function reported(files: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  for (const [file, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), lines.join('\n'));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '--colors=off'];
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, '.'], { cwd: house, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as BiomeReport; // Biome's own format
  const byFile = Object.groupBy(diagnostics, ({ location }) => location.path);
  return Object.fromEntries(
    Object.entries(byFile).map(([file, found = []]) => [
      file,
      found.map(({ location }) => files[file]?.[location.start.line - 1] ?? `line ${location.start.line}`),
    ]),
  );
}

test('Electron is imported in main/index.ts, main/desktop and preload/index.ts only, in whatever form', () => {
  const files = {
    'main/index.ts': ["import 'electron';"],
    'main/desktop/tray/icon.ts': ["import 'electron';"],
    'preload/index.ts': ["import 'electron';"],
    'main/core.ts': ["import { app } from 'electron';"],
    'main/cli.ts': ["import 'electron';"],
    'main/log.ts': ["import 'electron';"],
    'main/ipc/serve.ts': ["import type { IpcMain } from 'electron';"],
    'main/media/serve.ts': ["export * from 'electron';"],
    'main/saving/lane/lane.ts': ["await import('electron');"],
    'main/library/index/worker.ts': ["require('electron');"],
    'main/blink/http.ts': ["import 'electron';"],
    'main/keychain/keytar.ts': ["import 'electron';"],
    'renderer/app.tsx': ["import 'electron';"],
    'test/electron/some.spec.ts': ["import 'electron';"],
  };
  const {
    'main/index.ts': _index,
    'main/desktop/tray/icon.ts': _desktop,
    'preload/index.ts': _preload,
    ...forbidden
  } = files;
  expect(reported(files)).toEqual(forbidden);
});

test('arrows point from desktop over ipc, media, saving and library to blink, never back', () => {
  const rightwards = {
    'main/core.ts': ["import './saving/index.ts';", "import './keychain/index.ts';"],
    'main/desktop/window.ts': ["import '../ipc/serve.ts';", "import '../blink/index.ts';"],
    'main/ipc/serve.ts': ["import '../media/index.ts';", "import '../library/index.ts';"],
    'main/media/serve.ts': ["import '../saving/index.ts';", "import '../library/index.ts';"],
    'main/saving/lane/lane.ts': ["import '../library/index.ts';", "import '../blink/index.ts';"],
    'main/library/index/worker.ts': ["import '../../blink/manifest.ts';", "import './schema.ts';"],
    'main/blink/http.ts': ["import '../clock.ts';", "import '../keychain/index.ts';"],
  };
  expect(reported(rightwards)).toEqual({});
  const leftwards = {
    'main/ipc/serve.ts': ["import '../desktop/window.ts';"],
    'main/media/serve.ts': ["import '../ipc/serve.ts';", "import '../desktop/window.ts';"],
    'main/saving/lane/lane.ts': ["import '../media/index.ts';", "import '../ipc/serve.ts';"],
    'main/library/index/worker.ts': ["import '../../saving/index.ts';", "import '../../media/index.ts';"],
    'main/blink/http.ts': ["import '../library/index.ts';", "import '../saving/index.ts';"],
  };
  expect(reported(leftwards)).toEqual(leftwards);
});

test('the leaves import no room, and nobody imports the entry files', () => {
  const forbidden = {
    'main/keychain/keytar.ts': ["import '../library/index.ts';"],
    'main/settings.ts': ["import './saving/index.ts';"],
    'main/log.ts': ["import './blink/index.ts';"],
    'main/clock.ts': ["import './media/index.ts';"],
    'main/owner.ts': ["import './library/index.ts';"],
    'main/problem.ts': ["import './ipc/serve.ts';"],
    'main/profile.ts': ["import './desktop/window.ts';"],
    'main/saving/lane/lane.ts': ["import '../core.ts';"],
    'main/desktop/window.ts': ["import '../cli.ts';", "import '../command-line/save.ts';"],
  };
  expect(reported(forbidden)).toEqual(forbidden);
});

test('window and main meet in the contract; tray and command line borrow the messages', () => {
  const allowed = {
    'main/blink/http.ts': ["import '../../preload/contract.ts';"],
    'renderer/app.tsx': ["import '../preload/contract.ts';", "import 'react';", "import './store/store.ts';"],
    'preload/index.ts': ["import './contract.ts';"],
    'main/desktop/tray.ts': ["import '../../renderer/messages/problems.ts';"],
    'main/cli.ts': ["import '../renderer/messages/problems.ts';"],
    'main/command-line/save.ts': ["import '../../renderer/messages/problems.ts';", "import '../saving/index.ts';"],
  };
  expect(reported(allowed)).toEqual({});
  const forbidden = {
    'renderer/store/store.ts': [
      "import '../../main/problem.ts';",
      "import '../../preload/index.ts';",
      "import 'node:fs';",
    ],
    'preload/index.ts': ["import 'zod';", "import '../main/problem.ts';"],
    'preload/contract.ts': ["import '../main/problem.ts';"],
    'main/index.ts': ["import '../renderer/messages/problems.ts';"],
    'main/ipc/serve.ts': ["import '../../renderer/messages/problems.ts';"],
    'main/desktop/tray.ts': ["import '../../renderer/app.tsx';"],
    'main/cli.ts': ["import '../renderer/store/store.ts';"],
  };
  expect(reported(forbidden)).toEqual(forbidden);
});
