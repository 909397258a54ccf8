'use strict';
// Electron 45's main-process APIs on Electron 22: protocol.handle, net.fetch, session.fetch, session.protocol.handle,
// the details on webContents' navigation events, and files on the clipboard.
const fs = require('node:fs');
const { Readable } = require('node:stream');
const electron = require('electron');

const { app, clipboard, net, protocol, session: sessions } = electron;
const { networkFetch } = require('./network-fetch.cjs');

const ERR_FAILED = -2; // Chromium's net error codes
const ERR_UNEXPECTED = -9;

// ---------------------------------------------------------------- protocol.handle

/** The request's body out of Electron 22's upload data: null, or a web stream. */
function requestBody(session, uploadData) {
  if (!uploadData || uploadData.length === 0) return null;
  async function* chunks() {
    for (const part of uploadData) {
      if (part.bytes) yield part.bytes;
      else if (part.file) yield* fs.createReadStream(part.file);
      else if (part.blobUUID) yield await session.getBlobData(part.blobUUID);
    }
  }
  return Readable.toWeb(Readable.from(chunks(), { objectMode: false }));
}

// Electron 22 destroys the stream when the page drops the request, but forgets to when that happens during a write
// (fixed by electron pull request 43056). It always takes its listeners off, so go by that.
function responseStream(body) {
  const stream = Readable.fromWeb(body);
  stream.removeListener = (event, listener) => {
    Readable.prototype.removeListener.call(stream, event, listener);
    if (event === 'readable' && !stream.readableEnded) setImmediate(() => stream.destroy());
    return stream;
  };
  return stream;
}

async function answer(session, handler, request, callback) {
  try {
    const body = requestBody(session, request.uploadData);
    const headers = new Headers(request.headers);
    if (headers.get('origin') === 'null') headers.delete('origin');
    const init = { method: request.method, headers, body, ...(body && { duplex: 'half' }) };
    const response = await handler(new Request(request.url, init));
    if (!response || typeof response !== 'object') return callback({ error: ERR_UNEXPECTED });
    if (response.type === 'error') return callback({ error: ERR_FAILED });
    callback({
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      data: response.body ? responseStream(response.body) : null,
    });
  } catch (error) {
    console.error(error);
    callback({ error: ERR_UNEXPECTED });
  }
}

app.prependListener('session-created', (session) => {
  session.protocol.handle = (scheme, handler) => {
    const respond = (request, callback) => void answer(session, handler, request, callback);
    if (!session.protocol.registerStreamProtocol(scheme, respond)) {
      throw new Error(`Failed to register protocol: ${scheme}`);
    }
  };
  session.fetch = (input, init) => sessionFetch(session, input, init);
});
protocol.handle = (scheme, handler) => sessions.defaultSession.protocol.handle(scheme, handler);
net.fetch = (input, init) => sessions.defaultSession.fetch(input, init);

// ---------------------------------------------------------------- net.fetch, session.fetch

async function sessionFetch(session, input, init = {}) {
  const request = new Request(input, init);
  request.signal.throwIfAborted();
  const scheme = new URL(request.url).protocol;
  if (scheme === 'http:' || scheme === 'https:') return networkFetch(session, request, init);
  throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
}

// ---------------------------------------------------------------- event details

// Later versions put the details on the event object; here they are only further arguments.
const navigation = (url, isSameDocument, isMainFrame) => ({ url, isSameDocument, isMainFrame });
const details = {
  'will-navigate': (url) => navigation(url, false, true),
  'will-redirect': navigation,
};
app.prependListener('web-contents-created', (_event, contents) => {
  for (const [name, read] of Object.entries(details)) {
    contents.prependListener(name, (event, ...values) => {
      for (const [key, value] of Object.entries(read(...values))) event[key] ??= value;
    });
  }
});

// ---------------------------------------------------------------- clipboard.write

class ClipboardItem {
  constructor(items) {
    this.items = items;
  }
}
Object.defineProperty(electron, 'ClipboardItem', { value: ClipboardItem, enumerable: true });

/** Formats of the platform's own; each write of Electron 22 replaces the one before, so that the last one stays. */
clipboard.write = async ([{ items }]) => {
  for (const [name, blob] of Object.entries(items)) {
    const [, format] = /^electron application\/osclipboard;format="(.+)"$/.exec(name) ?? [];
    if (!format) throw new Error(`not modelled: ${name}`);
    clipboard.writeBuffer(format, Buffer.from(await blob.arrayBuffer()));
  }
};
