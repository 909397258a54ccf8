// What is told on the desktop, when, and of which cameras.
import type { NotificationSettings } from '../../../preload/contract.ts';
import { Switch } from '../../components/switch.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { HoursSetting } from './hours-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const night = { fromMinute: 22 * 60, toMinute: 7 * 60 };

export function NotificationsPage() {
  const { settings: words } = useMessages();
  const { settings, change } = useSettings();
  const systems = useApp((model) => model.state?.systems ?? []);
  const { newClips, jobs, quiet, muted } = settings.notifications;
  const set = (part: Partial<NotificationSettings>) =>
    change({ notifications: { ...settings.notifications, ...part } });
  const cameras = [...new Set(systems.flatMap((system) => system.cameras.map((camera) => camera.name)))];
  return (
    <>
      <SettingGroup title={words.tell}>
        <Setting name={words.tellNewClips} help={words.tellNewClipsHelp}>
          <Switch name={words.tellNewClips} isOn={newClips} onChange={(isOn) => set({ newClips: isOn })} />
        </Setting>
        <Setting name={words.tellJobs}>
          <Switch name={words.tellJobs} isOn={jobs} onChange={(isOn) => set({ jobs: isOn })} />
        </Setting>
        <HoursSetting
          name={words.quiet}
          help={words.quietHelp}
          hours={quiet}
          usual={night}
          onChange={(hours) => set({ quiet: hours })}
        />
      </SettingGroup>
      {cameras.length > 0 && (
        <SettingGroup title={words.tellOf}>
          {cameras.map((camera) => (
            <Setting key={camera} name={camera}>
              <Switch
                name={camera}
                isOn={!muted.includes(camera)}
                onChange={(isOn) => set({ muted: isOn ? muted.filter((name) => name !== camera) : [...muted, camera] })}
              />
            </Setting>
          ))}
        </SettingGroup>
      )}
    </>
  );
}
