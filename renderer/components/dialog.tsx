// A dialog over the window: Esc and a click beside it close it, focus stays inside.
import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

export function Dialog({ title, closeName, onClose, children, footer }: DialogProps) {
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog-frame">
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={X} name={closeName} onPress={onClose} />
          </header>
          <div className="body">{children}</div>
          <footer>{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
