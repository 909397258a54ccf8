// A filter: outlined while it is open to choice, tinted with its value and a cross once it is set.
import './chip.css';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** Opens a choice, or sets the filter at once where there is only one. `name`: where its words do not say what it does. */
export function Chip({
  children,
  opens = false,
  name,
  onPress,
}: {
  children: ReactNode;
  opens?: boolean;
  name?: string;
  onPress?: () => void;
}) {
  return (
    <Button className="chip" {...(name !== undefined && { 'aria-label': name })} {...(onPress ? { onPress } : {})}>
      {children}
      {opens && <Icon of={ChevronDown} size={12} />}
    </Button>
  );
}

/** A filter that is set: pressing it, or Backspace on it, takes it away. */
export function SetChip({ children, name, onRemove }: { children: ReactNode; name: string; onRemove: () => void }) {
  return (
    <Button
      className="chip set"
      aria-label={name}
      onPress={onRemove}
      onKeyDown={(event) => (event.key === 'Backspace' ? onRemove() : event.continuePropagation())}
    >
      {children}
      <Icon of={X} size={12} />
    </Button>
  );
}
