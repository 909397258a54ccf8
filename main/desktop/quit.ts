// Quitting: what is in hand is finished first, but never for long.
import type { App } from 'electron';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** Real time at any speed: disks are not simulated. */
const limitMs = 3_000;

/** When the last window is closed and the app quits, `close` is run once and waited for, 3 s at most. */
export function closeBeforeQuit(app: App, close: () => Promise<void>, clock: Clock, log: Log): void {
  let closed = false;
  let closing = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    const done = close().catch((error: unknown) => log.error('closing failed', error));
    void Promise.race([done, clock.sleep(limitMs)]).finally(() => {
      closed = true;
      app.quit();
    });
  });
}
