// Stand-in for Electron's default app: `electron [-r module]... <app folder> [the app's arguments]`.
// Fills in the newer platform, then loads the app as `npx electron .` would. Unlike the real one it never opens a
// dialog (nobody could close it in a test): errors go to stderr and the exit code is 1.
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');
const { app } = require('electron');

require('./node.cjs');
require('./electron.cjs');

function fail(message, error) {
  fs.writeSync(2, `[test runtime] ${message}${error ? `\n${error.stack || error}` : ''}\n`);
  process.exit(1); // app.exit() may be ignored before 'ready'
}

/** The first argument that is no switch names the app; all that follows it is the app's own. */
function parse(argv) {
  const modules = [];
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '-r' || argv[i] === '--require') modules.push(argv[++i]);
    else if (!argv[i].startsWith('-')) return { modules, folder: path.resolve(argv[i]) };
  }
  return { modules };
}

function loadApp(folder) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const { name, productName, version, desktopName } = require(path.join(folder, 'package.json'));
  app.name = productName || name;
  app.setVersion(version);
  app.setDesktopName(desktopName || `${app.name}.desktop`);
  app.setAppPath(folder);
  // Electron settled userData on its own name before this file ran.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), app.name));
  }
  Module._load(folder, Module, true);
}

// Electron's own handler opens an error box. It stands back where another one is there, so this one does the
// reporting, unless the app (a third listener) has its own.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') <= 2) fail('Uncaught exception in the main process', error);
});

const { modules, folder } = parse(process.argv.slice(1));
if (!folder) fail('No app given. Usage: electron [-r module] <folder with package.json> [arguments]');
// Playwright brings a module of its own: it comes after the newer platform and before the app.
if (modules.length > 0) Module._preloadModules(modules);
try {
  loadApp(folder);
} catch (error) {
  fail(`The app in ${folder} threw while it was loaded`, error);
}
