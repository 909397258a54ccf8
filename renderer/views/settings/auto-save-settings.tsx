// Whether new clips are saved by themselves, which ones, and of which cameras.
import type { AutoSave } from '../../../preload/contract.ts';
import { Choice } from '../../components/choice.tsx';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../store/context.tsx';
import { useMinute } from '../use-minute.ts';
import { CameraChecks } from './camera-checks.tsx';
import { Setting } from './setting.tsx';
import { useSettings } from './use-settings.ts';

/** As the switch turns it on: every camera, and what comes from then on. */
const fromNowOn = (ignored: readonly string[] = []): AutoSave => ({ ignored, sinceMs: Date.now() });

export function AutoSaveSettings() {
  const { settings: words, formats } = useMessages();
  const now = useMinute();
  const { settings, change } = useSettings();
  const { autoSave } = settings;
  const set = (rule: AutoSave | null) => change({ autoSave: rule });
  return (
    <>
      <Setting name={words.autoSave} help={words.autoSaveHelp}>
        <Switch name={words.autoSave} isOn={autoSave !== null} onChange={(isOn) => set(isOn ? fromNowOn() : null)} />
      </Setting>
      {autoSave && (
        <>
          <Setting
            name={words.autoSaveWhich}
            help={
              autoSave.sinceMs === null
                ? words.autoSaveAllHelp
                : words.autoSaveSince(formats.momentAhead(autoSave.sinceMs, now))
            }
          >
            <Choice
              name={words.autoSaveWhich}
              value={autoSave.sinceMs === null ? 'all' : 'now'}
              options={(['now', 'all'] as const).map((from) => ({ value: from, label: words.autoSaveFrom[from] }))}
              onChange={(from) => set(from === 'all' ? { ...autoSave, sinceMs: null } : fromNowOn(autoSave.ignored))}
            />
          </Setting>
          <CameraChecks
            name={words.autoSaveCameras}
            ignored={autoSave.ignored}
            onChange={(ignored) => set({ ...autoSave, ignored })}
          />
        </>
      )}
    </>
  );
}
