// How files are named, whose clocks names show, and the files that were named otherwise before.
import type { NameTimes } from '../../../preload/contract.ts';
import { Choice } from '../../components/choice.tsx';
import { useMessages } from '../../store/context.tsx';
import { NameTemplate } from './name-template.tsx';
import { RenameSetting } from './rename-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const allTimes: readonly NameTimes[] = ['system', 'computer', 'utc'];

export function NameSettings() {
  const { names: words } = useMessages();
  const {
    settings: { names },
    change,
  } = useSettings();
  return (
    <SettingGroup title={words.group}>
      <NameTemplate />
      <Setting name={words.times} help={words.timesHelp}>
        <Choice
          name={words.times}
          value={names.times}
          options={allTimes.map((times) => ({ value: times, label: words.timesOf(times) }))}
          onChange={(times) => change({ names: { ...names, times } })}
        />
      </Setting>
      <RenameSetting />
    </SettingGroup>
  );
}
