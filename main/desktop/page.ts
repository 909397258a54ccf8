// Answers app://bundle: the window's own files and nothing else, under a policy that lets nothing else in.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';

/** Where the window starts. */
export const pageAddress = 'app://bundle/index.html';
/** The same, with the settings open. */
export const settingsAddress = `${pageAddress}#settings`;

/** React Aria adds one style sheet of its own, which carries the nonce; nothing else is inline. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' clip:",
    'media-src clip:',
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** `folder`: what the build made of renderer/. Each load of the page gets a nonce of its own. */
export async function answerPage(request: Request, folder: string): Promise<Response> {
  const file = fileIn(folder, request.url);
  const type = file && types[extname(file)];
  const content = file && type && request.method === 'GET' ? await readFile(file).catch(() => null) : null;
  if (!content || !type) return new Response(null, { status: 404 });
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
  const isPage = type.startsWith('text/html');
  return new Response(isPage ? content.toString('utf8').replaceAll('__NONCE__', nonce) : new Uint8Array(content), {
    headers,
  });
}

/** Null: not an address of ours, or one that leads out of the folder. */
function fileIn(folder: string, address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    const path = posix.normalize(decodeURIComponent(pathname));
    // The URL parser resolves `..`, but not one that came percent-encoded.
    return host === 'bundle' && !/[\\\0]/.test(path) && path.startsWith('/') ? join(folder, path) : null;
  } catch {
    return null;
  }
}
