// An X display of a test's own, with pictures of it.
import { end, firstLine, run, start } from './process.ts';

export interface Display {
  /** What a program needs in its environment to show itself here, on a developer's desktop too. */
  readonly env: Readonly<Record<string, string>>;
  /** The whole screen as a PNG: native dialogs and menus too, which a page's screenshot lacks. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** `-displayfd` picks a free display, and names it once it accepts clients: no race, no fixed number. */
export async function startDisplay(size = '1280x800x24'): Promise<Display> {
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine('Xvfb', server, server.stdio[3])}`;
  return {
    env: { DISPLAY: name, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11' },
    async screenshot(file) {
      await run('import', ['-display', name, '-window', 'root', file], { timeout: 10_000 });
    },
    stop: () => end(server),
  };
}
