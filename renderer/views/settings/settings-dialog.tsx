// The settings: look, pace, folder, and who is signed in.
import './settings-dialog.css';
import type { Pace, Theme } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Switch } from '../../components/switch.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { HoursSetting } from './hours-setting.tsx';
import { Setting } from './setting.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const paces: readonly Pace[] = ['gentle', 'brisk', 'full'];

export function SettingsDialog() {
  const { settings: words } = useMessages();
  const { getState } = useAppStore();
  const state = useApp((model) => model.state);
  if (!state) return null;
  const { settings, session, versions } = state;
  return (
    <Dialog
      title={words.title}
      closeName={words.close}
      onClose={() => getState().open(null)}
      footer={
        <p className="settings-foot">
          {words.versions(versions.app, versions.electron)}
          <br />
          {words.unofficial}
        </p>
      }
    >
      <div className="settings-sheet">
        <Setting name={words.appearance} help={words.appearanceHelp}>
          <Choice
            name={words.appearance}
            value={settings.theme}
            options={themes.map((theme) => ({ value: theme, label: words.theme(theme) }))}
            onChange={(theme) => getState().changeSettings({ theme })}
          />
        </Setting>
        <Setting name={words.pace} help={words.paceHelp}>
          <Choice
            name={words.pace}
            value={settings.pace}
            options={paces.map((pace) => ({ value: pace, label: words.paceOf(pace) }))}
            onChange={(pace) => getState().changeSettings({ pace })}
          />
        </Setting>
        <Setting name={words.closeToTray} help={words.closeToTrayHelp}>
          <Switch
            name={words.closeToTray}
            isOn={settings.closeToTray}
            onChange={(closeToTray) => getState().changeSettings({ closeToTray })}
          />
        </Setting>
        <HoursSetting />
        <Setting name={words.keepAwake} help={words.keepAwakeHelp}>
          <Switch
            name={words.keepAwake}
            isOn={settings.keepAwake}
            onChange={(keepAwake) => getState().changeSettings({ keepAwake })}
          />
        </Setting>
        <FolderSetting />
        <Setting
          name={words.account}
          help={session.kind === 'signed-in' ? words.keptIn[session.keptIn] : words.signedOut}
        />
      </div>
    </Dialog>
  );
}

function FolderSetting() {
  const { settings: words, formats } = useMessages();
  const { getState } = useAppStore();
  const folder = useApp((model) => model.state?.folder ?? { kind: 'none' as const });
  const free = folder.kind === 'ready' && folder.freeBytes !== null ? formats.bytes(folder.freeBytes) : null;
  const path = folder.kind === 'none' ? words.noFolder : folder.path;
  return (
    <Setting name={words.folder} help={free === null ? path : `${path} · ${words.freeSpace(free)}`}>
      {folder.kind === 'ready' && <Button onPress={() => getState().showFolder()}>{words.showFolder}</Button>}
      <Button onPress={() => getState().chooseFolder()}>
        {folder.kind === 'none' ? words.chooseFolder : words.changeFolder}
      </Button>
    </Setting>
  );
}
