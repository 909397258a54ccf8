'use strict';
// Makes of the test runtime, which electron-builder has copied whole, what a package starts from.
const { rename } = require('node:fs/promises');
const path = require('node:path');

module.exports = async ({ appOutDir, packager }) => {
  // Electron's stand-in for a default app: start.cjs takes what it fills in from there.
  await rename(path.join(appOutDir, 'resources/app'), path.join(appOutDir, 'resources/test-runtime'));
  delete packager.config.electronFuses.grantFileProtocolExtraPrivileges; // came with Electron 29
};
