// What a click on each of the tray's entries does: what the window's own commands do.
import type { Handlers } from '../ipc/serve.ts';
import type { Library } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { TrayAction } from './tray-model.ts';

export interface TrayActionParts {
  readonly handlers: Pick<
    Handlers,
    | 'checkForClips'
    | 'pauseSaving'
    | 'resumeSaving'
    | 'showFolder'
    | 'prepareClip'
    | 'openClipInSystemPlayer'
    | 'showClipInFolder'
    | 'copyClip'
    | 'saveClips'
  >;
  readonly library: Pick<Library, 'row'>;
  readonly window: { show(): void; showSettings(): void };
  readonly quit: () => void;
  readonly log: Log;
}

/** What could not be done is told by the window, which opens for it. */
export function actOf({ handlers, library, window, quit, log }: TrayActionParts): (action: TrayAction) => void {
  async function run(action: TrayAction): Promise<{ readonly ok: boolean }> {
    switch (action.kind) {
      case 'open-window':
        window.show();
        return { ok: true };
      case 'open-settings':
        window.showSettings();
        return { ok: true };
      case 'quit':
        quit();
        return { ok: true };
      case 'check-now':
        return handlers.checkForClips(undefined);
      case 'pause':
        return handlers.pauseSaving({ jobId: null, length: action.length });
      case 'resume':
        return handlers.resumeSaving({ jobId: null });
      case 'open-folder':
        return handlers.showFolder(undefined);
      case 'show':
        return handlers.showClipInFolder(action);
      case 'copy':
        return handlers.copyClip(action);
      case 'play': {
        const ready = await handlers.prepareClip(action);
        return ready.ok ? handlers.openClipInSystemPlayer(action) : ready;
      }
      case 'save': {
        const row = library.row(action.key);
        if (!row) return { ok: false };
        const { cameraName: camera, recordedAtMs } = row;
        return handlers.saveClips({ keys: [action.key], title: { kind: 'one', camera, recordedAtMs } });
      }
    }
  }
  return (action) => {
    run(action).then(
      ({ ok }) => {
        if (!ok) window.show();
      },
      (error: unknown) => log.error(`${action.kind} from the tray failed`, error),
    );
  };
}
