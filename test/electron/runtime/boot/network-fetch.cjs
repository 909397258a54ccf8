'use strict';
// session.fetch of http and https over net.request, so that the session's proxy, cookies and webRequest apply.
const { Readable } = require('node:stream');
const { net } = require('electron');

const withoutBody = [101, 204, 205, 304];

function networkFetch(session, request, init) {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const client = net.request({
      session,
      method: request.method,
      url: request.url,
      redirect: request.redirect,
      credentials: request.credentials === 'omit' ? 'omit' : 'include',
      cache: request.cache,
      ...(init.referrerPolicy && { referrerPolicy: init.referrerPolicy }),
    });
    let message = null;
    const abort = () => {
      reject(signal.reason);
      message?.destroy(signal.reason);
      client.abort();
    };
    signal.addEventListener('abort', abort, { once: true });
    for (const [name, value] of request.headers) client.setHeader(name, value);
    client.on('error', (error) => {
      reject(error);
      message?.destroy(error);
    });
    client.on('response', (incoming) => {
      message = incoming;
      message.on('error', () => {}); // with no listener the event would be thrown
      message.on('aborted', () => message.destroy(signal.reason ?? new Error('net::ERR_ABORTED')));
      message.once('close', () => {
        signal.removeEventListener('abort', abort);
        if (!message.readableEnded) client.abort(); // the body was cancelled
      });
      resolve(responseOf(request, message));
    });
    sendBody(request, client).catch((error) => {
      reject(error);
      client.abort();
    });
  });
}

function responseOf(request, message) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const item of [value].flat()) headers.append(name, item);
  }
  const isEmpty = request.method === 'HEAD' || withoutBody.includes(message.statusCode);
  if (isEmpty) message.resume();
  const { statusCode: status, statusMessage: statusText } = message;
  return new Response(isEmpty ? null : Readable.toWeb(message), { status, statusText, headers });
}

async function sendBody(request, client) {
  if (request.body) {
    for await (const chunk of request.body) {
      await new Promise((resolve) => client.write(Buffer.from(chunk), undefined, resolve));
    }
  }
  client.end();
}

module.exports = { networkFetch };
