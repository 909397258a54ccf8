// Where clips are saved, and how much room there is.
import { Button } from '../../components/button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function FolderPage() {
  const { settings: words, formats } = useMessages();
  const chooseFolder = useApp((model) => model.chooseFolder);
  const showFolder = useApp((model) => model.showFolder);
  const folder = useApp((model) => model.state?.folder ?? { kind: 'none' as const });
  const free = folder.kind === 'ready' && folder.freeBytes !== null ? formats.bytes(folder.freeBytes) : null;
  const path = folder.kind === 'none' ? words.noFolder : folder.path;
  return (
    <SettingGroup>
      <Setting name={words.folder} help={free === null ? path : `${path} · ${words.freeSpace(free)}`}>
        {folder.kind === 'ready' && <Button onPress={showFolder}>{words.showFolder}</Button>}
        <Button onPress={chooseFolder}>{folder.kind === 'none' ? words.chooseFolder : words.changeFolder}</Button>
      </Setting>
      {folder.kind === 'ready' && folder.exampleName !== null && (
        <Setting name={words.exampleName} help={folder.exampleName} />
      )}
    </SettingGroup>
  );
}
