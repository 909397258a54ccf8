// An app that uses the newer platform as Cliptray does: a page from app://, a video-like resource from clip://.
const fs = require('node:fs');
const path = require('node:path');
const { Readable } = require('node:stream');
const { app, BrowserWindow, protocol } = require('electron');

const privileges = { standard: true, secure: true, supportFetchAPI: true };
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges },
  { scheme: 'clip', privileges: { ...privileges, stream: true, corsEnabled: true } },
]);

/** What the handlers saw, for the spec to look at. */
const seen = { cancelled: 0, navigations: [] };
const cors = { 'access-control-allow-origin': 'app://bundle' };

function servePage() {
  const page = fs.createReadStream(path.join(__dirname, 'index.html'));
  const policy = "default-src 'none'; connect-src clip:";
  return new Response(Readable.toWeb(page), {
    headers: { 'content-type': 'text/html', 'content-security-policy': policy },
  });
}

const resources = {
  /** The numbers 0 to 255, in parts. */
  range(request) {
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('range'));
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i).subarray(Number(start), Number(end) + 1);
    const headers = { ...cors, 'content-range': `bytes ${start}-${end}/256`, 'accept-ranges': 'bytes' };
    return new Response(bytes, { status: 206, headers });
  },
  async echo(request) {
    return new Response(await request.text(), { status: 201, headers: { ...cors, 'x-method': request.method } });
  },
  endless() {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65536)),
      cancel() {
        seen.cancelled += 1;
      },
    });
    return new Response(body, { headers: cors });
  },
  broken() {
    throw new Error('expected by the spec');
  },
};

app.whenReady().then(() => {
  protocol.handle('app', servePage);
  protocol.handle('clip', (request) => resources[new URL(request.url).host](request));
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } });
  window.webContents.on('will-navigate', (event) => {
    seen.navigations.push(event.url);
    event.preventDefault();
  });
  return window.loadURL('app://bundle/index.html');
});

// Functions that Playwright evaluates in the main process know no `require`.
globalThis.probe = { seen, checks: require('./checks.js') };
