// One line over the list: what is wrong, what is safe, and the one thing that helps.
import './banner.css';
import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface BannerProps {
  readonly level: 'info' | 'warn' | 'error';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** Technical facts, which follow the text. */
  readonly details: ReactNode;
  readonly action: { readonly label: string; readonly onPress: () => void } | null;
  readonly dismiss: { readonly name: string; readonly onPress: () => void } | null;
}

export function Banner({ level, icon, title, text, details, action, dismiss }: BannerProps) {
  return (
    <div className={`banner ${level}`} role="alert">
      <Icon of={icon} />
      <p>
        <b>{title}</b> {text} {details}
      </p>
      {action && <Button onPress={action.onPress}>{action.label}</Button>}
      {dismiss && <IconButton icon={X} name={dismiss.name} onPress={dismiss.onPress} />}
    </div>
  );
}
