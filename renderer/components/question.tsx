// A dialog that asks: Cancel first, then what else can be answered.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface QuestionProps {
  readonly title: string;
  readonly cancel: string;
  readonly onCancel: () => void;
  /** The other buttons. */
  readonly answers: ReactNode;
  /** The keyboard starts at Cancel: what is asked costs something. */
  readonly startsAtCancel?: boolean;
  readonly children: ReactNode;
}

export function Question({ title, cancel, onCancel, answers, startsAtCancel = false, children }: QuestionProps) {
  return (
    <Dialog
      title={title}
      closeName={cancel}
      onClose={onCancel}
      footer={
        <>
          <Button autoFocus={startsAtCancel} onPress={onCancel}>
            {cancel}
          </Button>
          {answers}
        </>
      }
    >
      {children}
    </Dialog>
  );
}
