// What was just done, at the foot of the window, with its way back; goes by itself unless it is being looked at.
import './toast.css';
import { CircleCheck, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface ToastProps {
  readonly children: ReactNode;
  readonly undo: { readonly label: string; readonly onPress: () => void } | null;
  readonly closeName: string;
  readonly onClose: () => void;
}

const shownMs = 6_000;

export function Toast({ children, undo, closeName, onClose }: ToastProps) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  return (
    <div
      className="toast"
      role="status"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Icon of={CircleCheck} />
      <span className="words">{children}</span>
      {undo && (
        <Button look="link" size="small" onPress={undo.onPress}>
          {undo.label}
        </Button>
      )}
      <IconButton icon={X} name={closeName} onPress={onClose} />
    </div>
  );
}
