// Asks before saved files are renamed: how many, where, and what some of them are called before and after.
import './rename-dialog.css';
import type { RenamePlan } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Question } from '../../components/question.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';

export function RenameDialog({ plan, onClose }: { plan: RenamePlan; onClose: () => void }) {
  const { names: words } = useMessages();
  const { getState } = useAppStore();
  const folder = useApp((model) => (model.state?.folder.kind === 'ready' ? model.state.folder.path : ''));
  const more = plan.files - plan.examples.length;
  return (
    <Question
      title={words.title}
      cancel={words.cancel}
      onCancel={onClose}
      answers={
        <Button
          look="primary"
          autoFocus
          onPress={() => {
            onClose();
            getState().renameSaved();
          }}
        >
          {words.renameNow(plan.files)}
        </Button>
      }
    >
      <div className="rename-dialog">
        <p>{words.lead(plan.files, folder)}</p>
        {plan.examples.map(({ from, to }) => (
          <dl key={from}>
            <dt>{words.from}</dt>
            <dd>{from}</dd>
            <dt>{words.to}</dt>
            <dd>{to}</dd>
          </dl>
        ))}
        {more > 0 && <p>{words.andMore(more)}</p>}
      </div>
    </Question>
  );
}
