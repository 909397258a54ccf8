// A button that is only a picture: its name is spoken, and shown on hover and focus.
import './icon-button.css';
import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { Tip } from './tip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  readonly name: string;
  /** The key that does the same. */
  readonly shortcut?: string;
  readonly look?: string;
}

export function IconButton({ icon, name, shortcut, look = '', ...rest }: IconButtonProps) {
  return (
    <Tip text={name} {...(shortcut ? { shortcut } : {})}>
      <Button {...rest} aria-label={name} className={`icon-button ${look}`}>
        <Icon of={icon} />
      </Button>
    </Tip>
  );
}
