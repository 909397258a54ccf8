'use strict';
// A package's entry on the test runtime: fills in the newer platform, as boot/main.js does, then starts the app.
const path = require('node:path');

for (const part of ['node.cjs', 'electron.cjs']) require(path.join(process.resourcesPath, 'test-runtime', part));
require('./out/main/index.cjs');
