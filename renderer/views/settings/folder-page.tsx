// Where clips are saved, how much room there is, and under which names.
import { Button } from '../../components/button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { ImportSetting } from '../import/import-setting.tsx';
import { NameSettings } from './name-settings.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function FolderPage() {
  const { settings: words, formats } = useMessages();
  const chooseFolder = useApp((model) => model.chooseFolder);
  const showFolder = useApp((model) => model.showFolder);
  const folder = useApp((model) => model.state?.folder ?? { kind: 'none' as const });
  const free = folder.kind === 'ready' && folder.freeBytes !== null ? formats.bytes(folder.freeBytes) : null;
  const path = folder.kind === 'none' ? words.noFolder : folder.path;
  return (
    <>
      <SettingGroup>
        <Setting name={words.folder} help={free === null ? path : `${path} · ${words.freeSpace(free)}`}>
          {folder.kind === 'ready' && <Button onPress={showFolder}>{words.showFolder}</Button>}
          <Button onPress={chooseFolder}>{folder.kind === 'none' ? words.chooseFolder : words.changeFolder}</Button>
        </Setting>
      </SettingGroup>
      <NameSettings />
      <ImportSetting />
    </>
  );
}
