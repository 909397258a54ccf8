'use strict';
// Readable.fromWeb and Readable.toWeb, with backpressure, errors and cancellation in both directions.
const { Readable, finished } = require('node:stream');
const { define } = require('./define.cjs');

define(Readable, 'fromWeb', (stream, options = {}) => {
  const reader = stream.getReader();
  let closed = false;
  return new Readable({
    ...options,
    read() {
      reader.read().then(
        ({ done, value }) => {
          if (done) closed = true;
          this.push(done ? null : value);
        },
        (error) => {
          closed = true;
          this.destroy(error);
        },
      );
    },
    destroy(error, callback) {
      if (closed) return callback(error);
      closed = true;
      const settle = () => callback(error);
      reader.cancel(error ?? undefined).then(settle, settle);
    },
  });
});

define(Readable, 'toWeb', (readable, options = {}) => {
  const objects = readable.readableObjectMode;
  const Strategy = objects ? CountQueuingStrategy : ByteLengthQueuingStrategy;
  const strategy = options.strategy ?? new Strategy({ highWaterMark: readable.readableHighWaterMark });
  let over = false;
  const source = {
    start(controller) {
      readable.pause();
      readable.on('data', (chunk) => {
        if (over) return;
        // A plain Uint8Array, as every web API gives out.
        const isBytes = Buffer.isBuffer(chunk) && !objects;
        controller.enqueue(isBytes ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength) : chunk);
        if (controller.desiredSize <= 0) readable.pause();
      });
      finished(readable, { writable: false }, (error) => {
        if (over) return;
        over = true;
        if (error) controller.error(error);
        else controller.close();
      });
    },
    pull: () => void readable.resume(),
    cancel(reason) {
      over = true;
      readable.on('error', () => {});
      readable.destroy(reason instanceof Error ? reason : undefined);
    },
  };
  return new ReadableStream(source, strategy);
});
