'use strict';
// Adds what is missing, and never changes what is there.

function define(target, name, value) {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** Loads on first use, to keep start-up short. */
function defineLazy(target, name, load) {
  if (name in target) return;
  const settle = (value) => Object.defineProperty(target, name, { value, writable: true, configurable: true });
  Object.defineProperty(target, name, {
    configurable: true,
    get() {
      settle(load());
      return target[name];
    },
    set: settle,
  });
}

/** Node 16 calls experimental what has long been stable: not to be printed for our own use. */
function quietly(load) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

module.exports = { define, defineLazy, quietly };
