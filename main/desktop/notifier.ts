// Shows notes as the desktop's notifications, one of each id; where there is no server for them, nothing happens.
import { Notification } from 'electron';
import type { Log } from '../log.ts';
import type { Note } from './notes.ts';
import { openSessionBus } from './session-bus.ts';

export class Notifier {
  readonly #onClick: (note: Note) => void;
  readonly #log: Log;
  /** Electron forgets the click of a notification that nobody holds. */
  readonly #shown = new Map<string, Notification>();

  constructor(onClick: (note: Note) => void, log: Log) {
    this.#onClick = onClick;
    this.#log = log;
  }

  async show(note: Note): Promise<void> {
    const body = (await readsMarkup()) ? escaped(note.text) : note.text;
    this.close(note.id);
    const shown = new Notification({
      title: note.title,
      body,
      ...(note.stays ? { urgency: 'critical', timeoutType: 'never' } : {}),
    });
    this.#shown.set(note.id, shown);
    const forget = () => {
      if (this.#shown.get(note.id) === shown) this.#shown.delete(note.id);
    };
    shown.on('click', () => {
      forget();
      this.#onClick(note);
    });
    shown.on('close', forget);
    shown.on('failed', (_event, error) => {
      forget();
      this.#log.info('a notification could not be shown', error);
    });
    shown.show();
  }

  close(id: string): void {
    this.#shown.get(id)?.close();
    this.#shown.delete(id);
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Linux: most servers read a part of HTML in the body, and say so. */
async function readsMarkup(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const name = 'org.freedesktop.Notifications';
  try {
    const bus = await openSessionBus();
    try {
      const can = await bus.ask(name, '/org/freedesktop/Notifications', `${name}.GetCapabilities`, '', []);
      return Array.isArray(can) && can.includes('body-markup');
    } finally {
      bus.close();
    }
  } catch {
    return false; // no bus or no server: nothing will be shown
  }
}
