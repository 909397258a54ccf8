// Hours of each day, or none.
import './hours-setting.css';
import type { DayHours } from '../../../preload/contract.ts';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../store/context.tsx';
import { Setting } from './setting.tsx';
import { TimeSelect } from './time-select.tsx';

interface HoursSettingProps {
  readonly name: string;
  readonly help: string;
  readonly hours: DayHours | null;
  /** What is offered where none are set. */
  readonly usual: DayHours;
  readonly onChange: (hours: DayHours | null) => void;
}

export function HoursSetting({ name, help, hours, usual, onChange }: HoursSettingProps) {
  const { settings: words } = useMessages();
  const { fromMinute, toMinute } = hours ?? usual;
  const isDisabled = hours === null;
  return (
    <Setting name={name} help={help}>
      <span className="hours">
        <TimeSelect
          name={words.from(name)}
          value={fromMinute}
          isDisabled={isDisabled}
          onChange={(minute) => onChange({ fromMinute: minute, toMinute })}
        />
        {words.to}
        <TimeSelect
          name={words.until(name)}
          value={toMinute}
          isDisabled={isDisabled}
          onChange={(minute) => onChange({ fromMinute, toMinute: minute })}
        />
      </span>
      <Switch name={name} isOn={!isDisabled} onChange={(isOn) => onChange(isOn ? usual : null)} />
    </Setting>
  );
}
