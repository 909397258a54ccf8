// How the app looks, and when it runs.
import type { Theme } from '../../../preload/contract.ts';
import { Choice } from '../../components/choice.tsx';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function GeneralPage() {
  const { settings: words } = useMessages();
  const { settings, change } = useSettings();
  return (
    <SettingGroup>
      <Setting name={words.appearance} help={words.appearanceHelp}>
        <Choice
          name={words.appearance}
          value={settings.theme}
          options={themes.map((theme) => ({ value: theme, label: words.theme(theme) }))}
          onChange={(theme) => change({ theme })}
        />
      </Setting>
      <Setting name={words.closeToTray} help={words.closeToTrayHelp}>
        <Switch
          name={words.closeToTray}
          isOn={settings.closeToTray}
          onChange={(closeToTray) => change({ closeToTray })}
        />
      </Setting>
      <Setting name={words.openAtLogin} help={words.openAtLoginHelp}>
        <Switch
          name={words.openAtLogin}
          isOn={settings.openAtLogin}
          onChange={(openAtLogin) => change({ openAtLogin })}
        />
      </Setting>
    </SettingGroup>
  );
}
