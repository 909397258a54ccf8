// Clips from a carried drive: the way in, how far it is, and what came of it.
import { useState } from 'react';
import type { Import } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Messages } from '../../messages/index.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from '../settings/setting.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';

export function ImportSetting() {
  const { carried: words, problems } = useMessages();
  const { getState } = useAppStore();
  const state = useApp((model) => model.state?.import ?? null);
  const hasFolder = useApp((model) => model.state?.folder.kind === 'ready');
  const [shown, setShown] = useState<'drives' | 'report' | null>(null);
  const close = () => setShown(null);
  const running = state && state.kind !== 'ended' ? state : null;
  const report = state?.kind === 'ended' ? state.report : null;
  const hasDetails = report !== null && report.left + report.guessed > 0;
  return (
    <SettingGroup title={words.group}>
      {running ? (
        <Setting name={words.name} help={progressText(running, words)}>
          <ProgressBar name={words.name} done={partDone(running)} />
          <Button onPress={() => getState().stopImport()}>{words.stop}</Button>
        </Setting>
      ) : (
        <Setting name={words.name} help={state?.kind === 'ended' ? endText(state, words, problems) : words.help}>
          {hasDetails && <Button onPress={() => setShown('report')}>{words.details}</Button>}
          <Button isDisabled={!hasFolder} onPress={() => setShown('drives')}>
            {words.import}
          </Button>
        </Setting>
      )}
      {shown === 'drives' && <ImportDialog onClose={close} />}
      {shown === 'report' && report && <ImportReportDialog report={report} onClose={close} />}
    </SettingGroup>
  );
}

type Running = Exclude<Import, { readonly kind: 'ended' }>;

function partDone(state: Running): number | null {
  const [done, total] = state.kind === 'looking' ? [state.looked, state.files] : [state.bytes, state.totalBytes];
  return total === 0 ? null : done / total;
}

const progressText = (state: Running, words: Messages['carried']): string =>
  state.kind === 'looking'
    ? words.looking(state.looked, state.files)
    : `${words.copying(state.done, state.total)} · ${words.copiedBytes(state.bytes, state.totalBytes)}`;

function endText(
  { problem, stopped, report }: Extract<Import, { readonly kind: 'ended' }>,
  words: Messages['carried'],
  problems: Messages['problems'],
): string {
  const text = problem && problems.text(problem);
  return [
    text && `${text.title} ${text.text}`,
    stopped && words.stopped,
    words.ended(report),
    report.guessed > 0 && words.guessed(report.guessed),
    report.left > 0 && words.left(report.left),
  ]
    .filter(Boolean)
    .join(' ');
}
