// Says whether the newer platform is there in a worker thread too.
const { DatabaseSync } = require('node:sqlite');
const { parentPort } = require('node:worker_threads');

const { answer } = new DatabaseSync(':memory:').prepare('SELECT 42 AS answer').get();
parentPort.postMessage({ answer, sorted: [3, 1, 2].toSorted(), fetch: typeof fetch });
