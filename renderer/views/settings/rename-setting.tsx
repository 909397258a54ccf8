// Files that were saved under other names: how many there are, and giving them the names of today.
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { Setting } from './setting.tsx';
import { useSettings } from './use-settings.ts';

export function RenameSetting() {
  const { names: words, problems } = useMessages();
  const { getState } = useAppStore();
  const { names } = useSettings().settings;
  const plan = useApp((model) => model.renamePlan);
  const renaming = useApp((model) => model.state?.renaming ?? null);
  const isReady = useApp((model) => model.state?.folder.kind === 'ready');
  const [isAsking, setAsking] = useState(false);
  const isRunning = renaming?.kind === 'running';
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other names, other files are to be renamed
  useEffect(() => {
    if (isReady && !isRunning) getState().planRenames();
  }, [isReady, isRunning, names, getState]);

  if (renaming?.kind === 'running') {
    const { done, total, problem } = renaming;
    const progress = words.progress(done, total);
    const text = problem && problems.text(problem);
    return (
      <Setting name={words.renaming} help={text ? `${progress} · ${text.title} ${text.text}` : progress}>
        <ProgressBar name={words.renaming} done={total === 0 ? 1 : done / total} isPaused={problem !== null} />
        <Button onPress={() => getState().stopRenaming()}>{words.stop}</Button>
      </Setting>
    );
  }
  const files = isReady ? (plan?.files ?? 0) : 0;
  const ended = renaming && [
    renaming.stopped ? words.stopped(renaming.done) : words.ended(renaming.done),
    ...(renaming.kept > 0 ? [words.kept(renaming.kept)] : []),
  ];
  return (
    <Setting name={words.before} help={ended?.join(' ') ?? (files === 0 ? words.allNamed : words.beforeHelp)}>
      {files > 0 && <Button onPress={() => setAsking(true)}>{words.rename(files)}</Button>}
      {isAsking && plan && <RenameDialog plan={plan} onClose={() => setAsking(false)} />}
    </Setting>
  );
}
