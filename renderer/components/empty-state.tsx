// A place with nothing to show: what that means, and the one thing that helps.
import './empty-state.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly level?: 'calm' | 'warn' | 'error';
  readonly title: string;
  readonly text: string;
  /** Buttons. */
  readonly children?: ReactNode;
}

export function EmptyState({ icon, level = 'calm', title, text, children }: EmptyStateProps) {
  return (
    <section className={`empty-state ${level}`}>
      <span className="disc">
        <Icon of={icon} size={24} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="actions">{children}</div>}
    </section>
  );
}
