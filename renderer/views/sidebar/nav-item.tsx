// A place to go in the sidebar, with how many clips wait there.
import './nav-item.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface NavItemProps {
  readonly picture: ReactNode;
  readonly name: string;
  readonly count: string;
  /** Name and count in words. */
  readonly spoken: string;
  readonly on: boolean;
  readonly onPress: () => void;
}

export function NavItem({ picture, name, count, spoken, on, onPress }: NavItemProps) {
  return (
    <li>
      <Button
        className={on ? 'nav-item on' : 'nav-item'}
        aria-label={spoken}
        {...(on ? { 'aria-current': 'page' as const } : {})}
        onPress={onPress}
      >
        {picture}
        <span className="grow ellipsis">{name}</span>
        <span className="count">{count}</span>
      </Button>
    </li>
  );
}
