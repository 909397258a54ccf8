// On or off, in force at once.
import './switch.css';
import { Switch as AriaSwitch } from 'react-aria-components';

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ name, isOn, onChange }: SwitchProps) {
  return (
    <AriaSwitch className="switch" aria-label={name} isSelected={isOn} onChange={onChange}>
      <span className="track">
        <span className="thumb" />
      </span>
    </AriaSwitch>
  );
}
