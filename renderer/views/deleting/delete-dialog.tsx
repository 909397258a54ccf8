// Asks before clips are deleted from the drive: which, what stays and why; many only after their number was typed.
import './delete-dialog.css';
import { useState } from 'react';
import type { DeletionOutlook } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { DeletionFacts } from './deletion-facts.tsx';
import { KeptLines } from './kept-lines.tsx';

export function DeleteDialog() {
  const { deleting: words } = useMessages();
  const { getState } = useAppStore();
  const isOn = useApp((model) => model.state?.settings.deleteFromDrive ?? false);
  const pending = useApp((model) => model.pendingDeletion);
  const close = () => getState().open(null);
  const outlook = pending?.outlook ?? null;
  if (!isOn) {
    return (
      <Dialog
        title={words.titleOff}
        closeName={words.cancel}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{words.cancel}</Button>
            <Button look="primary" autoFocus onPress={() => getState().open('settings')}>
              {words.openSettings}
            </Button>
          </>
        }
      >
        <p className="delete-dialog">{words.textOff}</p>
      </Dialog>
    );
  }
  if (outlook && outlook.deletable.length > 0) return <Question outlook={outlook} onClose={close} />;
  return (
    <Dialog
      title={outlook && pending ? words.titleNone(pending.keys.length) : words.looking}
      closeName={words.cancel}
      onClose={close}
      footer={
        <Button autoFocus onPress={close}>
          {words.cancel}
        </Button>
      }
    >
      {outlook && <KeptLines kept={outlook.kept} />}
    </Dialog>
  );
}

function Question({ outlook, onClose }: { outlook: DeletionOutlook; onClose: () => void }) {
  const { deleting: words } = useMessages();
  const { getState } = useAppStore();
  const [typed, setTyped] = useState('');
  const total = outlook.deletable.length;
  const isSure = total === 1 || typed.trim() === String(total);
  return (
    <Dialog
      title={words.title(total)}
      closeName={words.cancel}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus={total === 1} onPress={onClose}>
            {words.cancel}
          </Button>
          <Button look="danger" isDisabled={!isSure} onPress={() => getState().deleteFromDrive()}>
            {words.now(total)}
          </Button>
        </>
      }
    >
      <div className="delete-dialog">
        <p>{words.lead}</p>
        <DeletionFacts keys={outlook.deletable} />
        <KeptLines kept={outlook.kept} />
        <p>{words.check}</p>
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
    </Dialog>
  );
}
