// Where clips go: a suggested folder or another, what is free there, and what the newest clip would be called.
import './folder-step.css';
import { CircleCheck, Folder } from 'lucide-react';
import { useEffect } from 'react';
import type { AppState } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { FolderPreview } from './folder-preview.tsx';
import { StepPage } from './step-page.tsx';

export function FolderStep() {
  const { firstRun: words, problems } = useMessages();
  const { getState } = useAppStore();
  const state = useApp((model) => model.state);
  const folder = state && targetOf(state);
  const path = folder?.path ?? '';
  const commandProblem = useApp((model) => model.commandProblem);
  const newest = useApp((model) => model.view.rows[0]);
  useEffect(() => {
    if (newest !== undefined) getState().nameNewest();
  }, [newest, getState]);
  const problem = commandProblem ?? folder?.problem ?? null;
  const wrong = problem && problems.text(problem);
  return (
    <StepPage
      step="folder"
      title={words.folderTitle}
      lead={null}
      show={<FolderPreview path={path} />}
      foot={
        <>
          <Button onPress={() => getState().goToStep('drives')}>{words.back}</Button>
          <Button look="plain" onPress={() => getState().finishFirstRun(false)}>
            {words.notNow}
          </Button>
          <Button look="primary" size="large" onPress={() => getState().finishFirstRun(true)}>
            {words.finish}
          </Button>
        </>
      }
    >
      <div className="folder-choice">
        <span className="label" id="folder-label">
          {words.folderLabel}
        </span>
        <div className="pick">
          <output className="field" aria-labelledby="folder-label" title={path}>
            <Icon of={Folder} />
            <span className="ellipsis">{path}</span>
          </output>
          <Button onPress={() => getState().chooseFolder()}>{words.choose}</Button>
        </div>
        {wrong ? (
          <p className="wrong" role="alert">
            {wrong.title} {wrong.text}
          </p>
        ) : (
          <Room freeBytes={folder?.freeBytes ?? null} />
        )}
      </div>
      <p className="calm">{words.nothingSavedYet}</p>
      <p className="calm">{words.promise}</p>
    </StepPage>
  );
}

function Room({ freeBytes }: { readonly freeBytes: number | null }) {
  const { firstRun: words } = useMessages();
  const total = useApp((model) => model.clips.counts.total);
  const bytes = useApp((model) => model.clips.counts.bytes);
  if (freeBytes === null) return null;
  const isEnough = bytes <= freeBytes;
  return (
    <p className={isEnough ? 'room' : 'room short'}>
      <Icon of={CircleCheck} size={14} />
      <span>
        {words.free(freeBytes)}
        {total > 0 && ` ${isEnough ? words.needed(total, bytes) : words.tooLittle(total, bytes)}`}
      </span>
    </p>
  );
}

/** What was chosen, else what is suggested. */
function targetOf({ folder, firstRun }: AppState) {
  switch (folder.kind) {
    case 'ready':
      return { path: folder.path, freeBytes: folder.freeBytes, problem: null };
    case 'problem':
      return { path: folder.path, freeBytes: null, problem: folder.problem };
    case 'none':
      return firstRun && { ...firstRun.suggestedFolder, problem: null };
  }
}
