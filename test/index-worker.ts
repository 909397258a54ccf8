// The index's worker as tests start it: bundled once for all of them. Node runs a TypeScript worker by compiling
// WebAssembly in it, and V8 has been seen to crash where many such workers end ("Check failed: jit_page.has_value()").
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';

const folder = new URL('../node_modules/.cache/cliptray/', import.meta.url);

export const indexWorker = () => new Worker(new URL('index-worker.cjs', folder));

/** The same on a disk that is full while a file named `full` lies beside the index. */
export const fullDiskWorker = () => new Worker(new URL('full-disk-worker.mjs', import.meta.url));

/** Called by Vitest before the first test. */
export async function setup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../main/library/index/worker.ts', import.meta.url)),
      target: 'node24',
      outDir: fileURLToPath(folder),
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'index-worker.cjs' } },
    },
  });
}
