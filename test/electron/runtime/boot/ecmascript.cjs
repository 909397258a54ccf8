'use strict';
// The language of Node 24 on V8 10.8, by core-js: one feature at a time and only where it is missing, because its full
// entry also "repairs" what is there, which would change behaviour.
const A = Array.prototype;
const T = Object.getPrototypeOf(Int8Array.prototype);
const U = Uint8Array;
const S = Set.prototype;

const features = {
  'array/from-async': Array.fromAsync,
  'array/to-reversed': A.toReversed,
  'array/to-sorted': A.toSorted,
  'array/to-spliced': A.toSpliced,
  'array/with': A.with,
  'typed-array/to-reversed': T.toReversed,
  'typed-array/to-sorted': T.toSorted,
  'typed-array/with': T.with,
  'typed-array/from-base64': U.fromBase64,
  'typed-array/from-hex': U.fromHex,
  'typed-array/to-base64': U.prototype.toBase64,
  'typed-array/to-hex': U.prototype.toHex,
  'object/group-by': Object.groupBy,
  'map/group-by': Map.groupBy,
  'promise/with-resolvers': Promise.withResolvers,
  'promise/try': Promise.try,
  'set/union': S.union,
  'set/intersection': S.intersection,
  'set/difference': S.difference,
  'set/symmetric-difference': S.symmetricDifference,
  'set/is-subset-of': S.isSubsetOf,
  'set/is-superset-of': S.isSupersetOf,
  'set/is-disjoint-from': S.isDisjointFrom,
  iterator: globalThis.Iterator,
  'regexp/escape': RegExp.escape,
  'error/is-error': Error.isError,
  'symbol/dispose': Symbol.dispose,
  'symbol/async-dispose': Symbol.asyncDispose,
  'disposable-stack': globalThis.DisposableStack,
  'async-disposable-stack': globalThis.AsyncDisposableStack,
  'suppressed-error': globalThis.SuppressedError,
  'url/can-parse': URL.canParse,
  'url/parse': URL.parse,
};

// core-js wraps this one so that its functions look native: not wanted.
const functionToString = Object.getOwnPropertyDescriptor(Function.prototype, 'toString');
for (const [entry, present] of Object.entries(features)) {
  if (!present) require(`core-js/actual/${entry}`);
}
Object.defineProperty(Function.prototype, 'toString', functionToString);
