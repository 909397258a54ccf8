// Builds the app into out/: main process, index worker and preload script (one CommonJS file each) and the window.
//
//   node build.mjs              builds once
//   node build.mjs --release    the same, for a release: without the code that reads CLIPTRAY_BLINK_URL and its kin
//   node build.mjs --watch ...  builds, starts the app with the other arguments, and does so again after each change
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = import.meta.dirname;
const { values: options } = parseArgs({
  options: { release: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
  strict: false, // what else there is goes to the app
});

/** Oldest platform that the app runs on: that of the Electron which tests use where the newest cannot be had. */
const baseline = { node: 'node16', chrome: 'chrome108' };

/** Stay in node_modules: Electron itself, and two packages that look for files of their own at run time. */
const external = ['electron', 'keytar', '@particle/dbus-next'];

/** On a busy machine builds are slow: nobody's fault. */
const checks = { bundlerTimings: false };

const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  define: { __RELEASE__: JSON.stringify(options.release) },
};

/** A script of Electron's, everything but `external` bundled into one CommonJS file (package.json says "module"). */
function script(entry, outFile, target) {
  return {
    ...common,
    ssr: { noExternal: true, external },
    build: {
      ssr: join(root, entry),
      target,
      outDir: join(root, 'out'),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      license: { fileName: outFile.replace('.cjs', '.licenses.md') },
      rolldownOptions: {
        external,
        checks,
        output: {
          format: 'cjs',
          codeSplitting: false,
          dynamicImportInCjs: false,
          entryFileNames: outFile,
          comments: false, // V8 keeps the source in memory while the app runs
        },
      },
      watch: options.watch ? {} : null,
    },
  };
}

const page = {
  ...common,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: baseline.chrome,
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    // Without minifying, Lightning CSS does not lower the styles to the baseline.
    minify: true,
    // The page's security policy knows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: { checks },
    chunkSizeWarningLimit: 1000, // kB, about twice as large as it is: it comes from the disk
    watch: options.watch ? {} : null,
  },
};

const parts = [
  script('main/index.ts', 'main/index.cjs', baseline.node),
  script('main/library/index/worker.ts', 'main/index-worker.cjs', baseline.node),
  script('preload/index.ts', 'preload/index.cjs', baseline.chrome),
  page,
];

await rm(join(root, 'out'), { recursive: true, force: true });
const built = await Promise.all(parts.map((part) => build(part))).catch((error) => {
  console.error(error.message); // names the file and the place: the stack would be Vite's own
  process.exit(1);
});
if (options.watch) {
  const { restartOnBuild } = await import('./test/electron/dev.ts');
  await restartOnBuild(
    built,
    process.argv.slice(2).filter((arg) => arg !== '--watch'),
  );
}
