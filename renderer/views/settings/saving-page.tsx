// What is saved by itself, how often new clips are looked for, and how hard the app works.
import type { Pace } from '../../../preload/contract.ts';
import { Choice } from '../../components/choice.tsx';
import { Select } from '../../components/select.tsx';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../store/context.tsx';
import { AutoSaveSettings } from './auto-save-settings.tsx';
import { CameraChecks } from './camera-checks.tsx';
import { HoursSetting } from './hours-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const paces: readonly Pace[] = ['gentle', 'brisk', 'full'];
/** At night nobody waits for the module. */
const night = { fromMinute: 23 * 60, toMinute: 7 * 60 };
/** Percent. */
const limits: readonly number[] = [75, 80, 90, 95, 100];
const intervals: readonly number[] = [1, 5, 10, 30, 60];

export function SavingPage() {
  const { settings: words, deleting } = useMessages();
  const { settings, change } = useSettings();
  return (
    <>
      <SettingGroup title={words.newClips}>
        <AutoSaveSettings />
        <Setting name={words.checkEvery} help={words.checkEveryHelp}>
          <Select
            name={words.checkEvery}
            value={settings.checkEveryMinutes}
            options={intervals.map((minutes) => ({ value: minutes, label: words.everyMinutes(minutes) }))}
            onChange={(checkEveryMinutes) => change({ checkEveryMinutes })}
          />
        </Setting>
      </SettingGroup>
      <SettingGroup title={words.saveAllGroup}>
        <Setting name={words.saveAllCameras} help={words.saveAllCamerasHelp} />
        <CameraChecks
          name={words.saveAllCameras}
          ignored={settings.leftOutCameras}
          onChange={(leftOutCameras) => change({ leftOutCameras })}
        />
      </SettingGroup>
      <SettingGroup title={words.paceGroup}>
        <Setting name={words.pace} help={words.paceHelp}>
          <Choice
            name={words.pace}
            value={settings.pace}
            options={paces.map((pace) => ({ value: pace, label: words.paceOf(pace) }))}
            onChange={(pace) => change({ pace })}
          />
        </Setting>
        <HoursSetting
          name={words.savingHours}
          help={words.savingHoursHelp}
          hours={settings.savingHours}
          usual={night}
          onChange={(savingHours) => change({ savingHours })}
        />
        <Setting name={words.keepAwake} help={words.keepAwakeHelp}>
          <Switch name={words.keepAwake} isOn={settings.keepAwake} onChange={(keepAwake) => change({ keepAwake })} />
        </Setting>
      </SettingGroup>
      <SettingGroup title={words.driveGroup}>
        <Setting name={words.driveFullerThan} help={words.driveFullerThanHelp}>
          <Select
            name={words.driveFullerThan}
            value={settings.driveFullerThan}
            options={limits.map((percent) => ({ value: percent, label: words.percent(percent) }))}
            onChange={(driveFullerThan) => change({ driveFullerThan })}
          />
        </Setting>
        <Setting name={deleting.setting} help={deleting.settingHelp}>
          <Switch
            name={deleting.setting}
            isOn={settings.deleteFromDrive}
            onChange={(deleteFromDrive) => change({ deleteFromDrive })}
          />
        </Setting>
      </SettingGroup>
    </>
  );
}
