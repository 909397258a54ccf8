// One of several, of which only the chosen one is visible until it is opened.
import './select.css';
import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface SelectProps {
  readonly name: string;
  readonly value: number;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function Select({ name, value, options, isDisabled = false, onChange }: SelectProps) {
  return (
    <AriaSelect
      className="select"
      aria-label={name}
      selectedKey={value}
      isDisabled={isDisabled}
      onSelectionChange={(chosen) => onChange(Number(chosen))}
    >
      <Button className="button normal">
        <SelectValue />
        <Icon of={ChevronDown} size={12} />
      </Button>
      <Popover className="menu-frame">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu-item">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
