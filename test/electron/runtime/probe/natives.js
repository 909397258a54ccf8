// Run by Electron as plain Node: prints what boot/node.cjs changed of the things that were there before it.
const path = require('node:path');

const before = new Map();
function note(name, value, depth) {
  if (value === null || !['object', 'function'].includes(typeof value) || before.has(value) || depth === 0) return;
  const own = Object.getOwnPropertyDescriptors(value);
  before.set(value, { name, own });
  for (const key of Reflect.ownKeys(own)) {
    if ('value' in own[key]) note(`${name}.${String(key)}`, own[key].value, depth - 1);
  }
}

const modules = [
  'child_process',
  'crypto',
  'events',
  'fs',
  'http',
  'module',
  'stream',
  'url',
  'util',
  'worker_threads',
];
for (const id of modules) note(id, require(id), 2);
note('globalThis', globalThis, 4);
require(path.join(path.dirname(process.execPath), 'resources/app/node.cjs'));
for (const name of ['fetch', 'ReadableStream', 'Blob', 'crypto', 'DOMException']) void globalThis[name]; // the lazy ones

const movesByItself = /^(module\.(_cache|_pathCache|_extensions)|globalThis\.process\.(moduleLoadList|report|env))/;
const changed = [];
for (const [value, { name, own }] of before) {
  for (const key of Reflect.ownKeys(own)) {
    const now = Object.getOwnPropertyDescriptor(value, key) ?? {};
    const parts = ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'];
    if (!parts.every((part) => Object.is(own[key][part], now[part]))) changed.push(`${name}.${String(key)}`);
  }
}
console.log(JSON.stringify(changed.filter((name) => !movesByItself.test(name))));
