// Asks before clips are deleted from the drive: which, what stays and why; many only after their number was typed.
import './delete-dialog.css';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Question } from '../../components/question.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { DeletionFacts } from './deletion-facts.tsx';
import { KeptLines } from './kept-lines.tsx';

export function DeleteDialog() {
  const isOn = useApp((model) => model.state?.settings.deleteFromDrive ?? false);
  return isOn ? <SwitchedOn /> : <SwitchedOff />;
}

function SwitchedOn() {
  const { deleting: words } = useMessages();
  const { getState } = useAppStore();
  const pending = useApp((model) => model.pendingDeletion);
  const [typed, setTyped] = useState('');
  const outlook = pending?.outlook;
  const deletable = outlook?.deletable ?? [];
  const total = deletable.length;
  const isSure = total === 1 || typed.trim() === String(total);
  const answered = total > 0 ? words.title(total) : words.titleNone(pending?.keys.length ?? 0);
  const close = () => getState().open(null);
  return (
    <Question
      title={outlook ? answered : words.looking}
      cancel={words.cancel}
      onCancel={close}
      startsAtCancel
      answers={
        total > 0 && (
          <Button look="danger" isDisabled={!isSure} onPress={() => getState().deleteFromDrive()}>
            {words.now(total)}
          </Button>
        )
      }
    >
      <div className="delete-dialog">
        {total > 0 && (
          <>
            <p>{words.lead}</p>
            <DeletionFacts keys={deletable} />
          </>
        )}
        {outlook && <KeptLines kept={outlook.kept} />}
        {total > 0 && <p>{words.check}</p>}
        {total > 1 && (
          <TypedField
            label={words.type(String(total))}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            autoFocus
          />
        )}
      </div>
    </Question>
  );
}

function SwitchedOff() {
  const { deleting: words } = useMessages();
  const { getState } = useAppStore();
  const close = () => getState().open(null);
  return (
    <Question
      title={words.titleOff}
      cancel={words.cancel}
      onCancel={close}
      answers={
        <Button look="primary" autoFocus onPress={() => getState().open('settings')}>
          {words.openSettings}
        </Button>
      }
    >
      <p className="delete-dialog">{words.textOff}</p>
    </Question>
  );
}
