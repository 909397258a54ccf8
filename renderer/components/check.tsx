// One of several that may all be chosen.
import './check.css';
import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface CheckProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** What is chosen, in words. */
  readonly children: ReactNode;
}

export function Check({ isOn, onChange, children }: CheckProps) {
  return (
    <Checkbox className="check" isSelected={isOn} onChange={onChange}>
      <span className="box">
        <Icon of={Tick} size={12} />
      </span>
      {children}
    </Checkbox>
  );
}
