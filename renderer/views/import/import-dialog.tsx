// Which drive to take clips from: those that are plugged in, or a folder.
import './import-dialog.css';
import { HardDrive } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Question } from '../../components/question.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { carried: words } = useMessages();
  const { getState } = useAppStore();
  const drives = useApp((model) => model.pluggedDrives);
  useEffect(() => {
    getState().lookForDrives();
  }, [getState]);
  const take = (drive: string | null) => {
    const isInSettings = getState().dialog === 'settings';
    onClose();
    if (!isInSettings) getState().goTo('queue'); // where its progress stands
    getState().importClips(drive);
  };
  return (
    <Question
      title={words.name}
      cancel={words.cancel}
      onCancel={onClose}
      answers={<Button onPress={() => take(null)}>{words.otherFolder}</Button>}
    >
      <div className="import-dialog">
        <p>{words.lead}</p>
        <div className="head">
          <h3>{words.drives}</h3>
          <Button look="link" size="small" onPress={() => getState().lookForDrives()}>
            {words.lookAgain}
          </Button>
        </div>
        {drives.length === 0 && <p>{words.noDrives}</p>}
        {drives.length > 0 && (
          <ul>
            {drives.map(({ path, name, looksLikeBlink }) => (
              <li key={path}>
                <Button aria-label={words.startOf(name)} onPress={() => take(path)}>
                  <Icon of={HardDrive} />
                  <span className="what">
                    <b>{name}</b>
                    <small>{looksLikeBlink ? `${words.looksLikeBlink} · ${path}` : path}</small>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Question>
  );
}
