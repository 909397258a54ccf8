// What runs in the main process: each function throws where the platform is not as Cliptray needs it.
const assert = require('node:assert/strict');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { PassThrough, Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { Worker } = require('node:worker_threads');
const { DatabaseSync } = require('node:sqlite');
const { app, net, session } = require('electron');

module.exports = {
  identity() {
    assert.equal(app.name, 'Runtime Probe');
    assert.equal(app.getVersion(), '1.2.3');
    assert.equal(app.getAppPath(), __dirname);
    assert.equal(app.getPath('userData'), path.join(app.getPath('appData'), 'Runtime Probe'));
    assert.equal(app.isPackaged, false);
    assert.ok(process.argv.includes('--own-switch'));
  },

  async language() {
    assert.deepEqual([3, 1, 2].toSorted().with(0, 9).toReversed(), [3, 2, 9]);
    assert.deepEqual(Object.keys(Object.groupBy([1, 2], (n) => (n > 1 ? 'big' : 'small'))), ['small', 'big']);
    assert.deepEqual([...new Set([1, 2]).intersection(new Set([2, 3]))], [2]);
    assert.deepEqual(
      [1, 2]
        .values()
        .map((n) => n * 2)
        .toArray(),
      [2, 4],
    );
    assert.equal(new Uint8Array([255, 1]).toBase64(), '/wE=');
    assert.equal(URL.parse('nonsense'), null);
    assert.equal(await Promise.try(() => 3), 3);
    assert.equal(typeof new AsyncDisposableStack().defer, 'function');
  },

  async platform() {
    const buffer = new ArrayBuffer(4);
    assert.equal(structuredClone(buffer, { transfer: [buffer] }).byteLength + buffer.byteLength, 4);
    assert.throws(
      () => structuredClone(() => {}),
      (error) => error instanceof DOMException,
    );
    const reason = new Error('enough');
    const controller = new AbortController();
    const any = AbortSignal.any([controller.signal, AbortSignal.timeout(10_000)]);
    controller.abort(reason);
    assert.equal(any.reason, reason);
    assert.equal(require('node:crypto').hash('sha1', 'x').length, 40);
    assert.equal(crypto.randomUUID().length, 36);
    const { bavail, blocks } = await fs.promises.statfs('/');
    assert.ok(bavail > 0 && bavail <= blocks);
    await assert.rejects(fs.promises.statfs('/no/such'), { code: 'ENOENT', syscall: 'statfs' });
  },

  async streams() {
    const text = Readable.from([Buffer.from('ab'), Buffer.from('cd')], { objectMode: false });
    assert.equal(await new Response(Readable.toWeb(text)).text(), 'abcd');
    assert.equal(String(Buffer.concat(await Readable.fromWeb(new Response('ef').body).toArray())), 'ef');
    const source = new PassThrough();
    await Readable.toWeb(source).cancel();
    assert.ok(source.destroyed);
    const broken = new PassThrough();
    const reader = Readable.toWeb(broken).getReader();
    broken.destroy(new Error('disk gone'));
    await assert.rejects(reader.read(), /disk gone/);
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers();
    const pending = Readable.fromWeb(new ReadableStream({ cancel }));
    pending.on('error', () => {});
    pending.destroy(new Error('stop'));
    assert.equal((await cancelled).message, 'stop');
  },

  async sqlite(folder) {
    const db = new DatabaseSync(path.join(folder, 'probe.sqlite'));
    assert.equal(db.prepare('PRAGMA journal_mode = WAL').get().journal_mode, 'wal');
    db.exec('CREATE TABLE clip(id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT');
    const insert = db.prepare('INSERT INTO clip(title) VALUES (:title)');
    assert.equal(insert.run({ title: 'Front gate' }).lastInsertRowid, 1);
    assert.throws(() => insert.run({ title: null }), /NOT NULL constraint failed/);
    assert.equal([...db.prepare('SELECT title FROM clip').iterate()][0].title, 'Front gate');
    db.close();
  },

  async worker() {
    const worker = new Worker(path.join(__dirname, 'worker.js'));
    const [message] = await once(worker, 'message');
    assert.deepEqual(message, { answer: 42, sorted: [1, 2, 3], fetch: 'function' });
    await worker.terminate();
  },

  async fetch(_folder, url) {
    const apart = session.fromPartition('probe');
    await apart.cookies.set({ url, name: 'who', value: 'apart' });
    const answer = await apart.fetch(`${url}/echo`, { method: 'POST', body: 'text', headers: { 'x-own': 'seen' } });
    const { method, body, headers } = await answer.json();
    assert.deepEqual([method, body, headers['x-own'], headers.cookie], ['POST', 'text', 'seen', 'who=apart']);
    const plain = await (await net.fetch(`${url}/echo`)).json();
    assert.equal(plain.headers.cookie, undefined);
    assert.equal((await net.fetch(`${url}/missing`)).status, 404);
    await assert.rejects(net.fetch(`${url}/redirect`, { redirect: 'error' }), /redirect/i);
  },

  async broken(_folder, url) {
    await assert.rejects(net.fetch(`${url}/silent`, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
    await assert.rejects((await net.fetch(`${url}/cut`)).text());
    await assert.rejects(net.fetch('http://127.0.0.1:9/'), /ERR_/);
    const controller = new AbortController();
    const reader = (await net.fetch(`${url}/endless`, { signal: controller.signal })).body.getReader();
    await reader.read();
    controller.abort(new Error('changed my mind'));
    const drain = async () => {
      while (!(await reader.read()).done);
    };
    await assert.rejects(drain(), /changed my mind/);
  },

  async download(folder, url) {
    const file = path.join(folder, 'download');
    const { body } = await net.fetch(`${url}/twenty-megabytes`);
    await pipeline(Readable.fromWeb(body), fs.createWriteStream(file));
    assert.equal(fs.statSync(file).size, 20 << 20);
  },
};
