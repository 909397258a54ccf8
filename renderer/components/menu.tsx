// A menu that opens from a button.
import './menu.css';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  type MenuItemProps,
  MenuTrigger,
  Popover,
} from 'react-aria-components';

interface MenuProps {
  readonly name: string;
  /** What opens it. */
  readonly button: ReactElement;
  readonly onAction: (id: string) => void;
  readonly placement?: 'bottom start' | 'end top';
  readonly children: ReactNode;
}

export function Menu({ name, button, onAction, placement = 'bottom start', children }: MenuProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="menu-frame" placement={placement} offset={4}>
        <AriaMenu className="menu" aria-label={name} onAction={(key) => onAction(String(key))}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemLook extends Omit<MenuItemProps, 'className'> {
  /** What it does cannot be taken back. */
  readonly isDangerous?: boolean;
}

export function MenuItem({ isDangerous = false, ...props }: MenuItemLook) {
  return <AriaMenuItem {...props} className={isDangerous ? 'menu-item danger' : 'menu-item'} />;
}

/** Items of one kind under their name. */
export function MenuGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <AriaMenuSection className="menu-group">
      <Header>{name}</Header>
      {children}
    </AriaMenuSection>
  );
}
