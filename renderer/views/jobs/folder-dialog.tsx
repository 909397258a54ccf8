// Asked once, when the first clip is saved: where should clips go?
import './folder-dialog.css';
import { FolderOpen, ShieldCheck } from 'lucide-react';
import { ClipFlag } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { Question } from '../../components/question.tsx';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useApp, useMessages } from '../../store/context.tsx';

export function FolderDialog() {
  const { folder } = useMessages();
  const pending = useApp((model) => model.pendingSave);
  const open = useApp((model) => model.open);
  const chooseFolder = useApp((model) => model.chooseFolder);
  const table = useApp((model) => model.clips.table);
  const keys = pending?.keys ?? [];
  const bytes = keys.reduce((sum, key) => sum + (table.clip(key)?.sizeKiB ?? 0) * 1024, 0);
  const [first] = keys;
  const clip = first === undefined ? null : table.clip(first);
  const camera = clip ? (table.cameras[clip.camera]?.cameraId ?? null) : null;
  return (
    <Question
      title={folder.question}
      cancel={folder.cancel}
      onCancel={() => open(null)}
      answers={
        <Button look="primary" autoFocus onPress={chooseFolder}>
          <Icon of={FolderOpen} />
          {folder.choose}
        </Button>
      }
    >
      <div className="folder-dialog">
        <p>
          {folder.lead(keys.length)} {folder.size(bytes)}
        </p>
        {pending?.exampleName && (
          <div className="example">
            <span className="picture">
              <ClipPicture
                poster={clip && clip.flags & ClipFlag.poster ? posterUrl(clip.key) : null}
                camera={camera === null ? null : cameraUrl(camera)}
              />
            </span>
            <div>
              <b>{folder.example}</b>
              <code>{pending.exampleName.replaceAll('/', ' / ')}</code>
            </div>
          </div>
        )}
        <p className="fine">
          <Icon of={ShieldCheck} size={14} />
          {folder.promise}
        </p>
      </div>
    </Question>
  );
}
