'use strict';
// Node 24's platform on Node 16.17, for the main process and (by the last function) for its worker threads.
const crypto = require('node:crypto');
const fs = require('node:fs');
const { execFile } = require('node:child_process');
const Module = require('node:module');
const workers = require('node:worker_threads');
const { define, defineLazy, quietly } = require('./define.cjs');

addWebPlatform();
require('./ecmascript.cjs');
require('./streams.cjs');
define(crypto, 'hash', (algorithm, data, encoding = 'hex') =>
  crypto
    .createHash(algorithm)
    .update(data)
    .digest(encoding === 'buffer' ? undefined : encoding),
);
define(fs.promises, 'statfs', statfs);
addSqlite();
followIntoWorkers();

function addWebPlatform() {
  const undici = () => quietly(() => require('undici'));
  for (const name of ['fetch', 'Headers', 'Request', 'Response']) {
    defineLazy(globalThis, name, () => undici()[name]);
  }
  const streams = ['ReadableStream', 'WritableStream', 'TransformStream'];
  for (const name of [...streams, 'ByteLengthQueuingStrategy', 'CountQueuingStrategy']) {
    defineLazy(globalThis, name, () => quietly(() => require('node:stream/web'))[name]);
  }
  defineLazy(globalThis, 'Blob', () => require('node:buffer').Blob);
  defineLazy(globalThis, 'crypto', () => crypto.webcrypto);
  // Node 16 has the class but no name for it: take it from an error that it throws.
  defineLazy(globalThis, 'DOMException', () => {
    try {
      return void atob('%');
    } catch (error) {
      return error.constructor;
    }
  });
  // The real algorithm, by way of a message port, as Node 17 did it.
  define(globalThis, 'structuredClone', (value, options) => {
    const { port1, port2 } = new workers.MessageChannel();
    try {
      port1.postMessage(value, options?.transfer ?? []);
      return workers.receiveMessageOnPort(port2).message;
    } finally {
      port1.close();
    }
  });
  define(AbortSignal, 'any', (signals) => {
    const controller = new AbortController();
    for (const signal of signals) {
      const abort = () => controller.abort(signal.reason);
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true, signal: controller.signal });
    }
    return controller.signal;
  });
}

/** Node 16 has no binding for statfs(2): stat(1) of coreutils does the call. */
async function statfs(file, { bigint = false } = {}) {
  // stat(2) first: it fails with the code (ENOENT, EACCES) that statfs(2) would fail with.
  await fs.promises.stat(file).catch((error) => {
    error.message = error.message.replace(', stat ', ', statfs ');
    error.syscall = 'statfs';
    throw error;
  });
  const args = ['-f', '--format=0x%t %s %b %f %a %c %d', '--', String(file)];
  const line = await new Promise((resolve, reject) => {
    execFile('stat', args, (error, output) => (error ? reject(error) : resolve(output)));
  });
  const [type, bsize, blocks, bfree, bavail, files, ffree] = line
    .trim()
    .split(' ')
    .map(bigint ? BigInt : Number);
  return { type, bsize, blocks, bfree, bavail, files, ffree };
}

/** @photostructure/sqlite is Node's own node:sqlite, built as an add-on. */
function addSqlite() {
  const load = Module._load;
  Module._load = (request, ...rest) =>
    request === 'node:sqlite' ? require('@photostructure/sqlite') : load(request, ...rest);
}

/** A worker thread is a fresh Node: have it load this file first. */
function followIntoWorkers() {
  const { Worker } = workers;
  workers.Worker = class extends Worker {
    constructor(file, options) {
      super(file, { ...options, execArgv: ['--require', __filename, ...(options?.execArgv ?? process.execArgv)] });
    }
  };
}
