// A button that says in words what it does; `primary` at most once in a view.
import './button.css';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: 'normal' | 'primary' | 'danger' | 'plain' | 'link';
  readonly size?: 'small' | 'normal' | 'large';
  readonly grow?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'normal', size = 'normal', grow = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${look} ${size}${grow ? ' grow' : ''}`}>
      {children}
    </AriaButton>
  );
}
