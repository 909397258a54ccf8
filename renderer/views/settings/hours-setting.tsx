// The hours in which long jobs may run.
import './hours-setting.css';
import type { SavingHours } from '../../../preload/contract.ts';
import { Switch } from '../../components/switch.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { Setting } from './setting.tsx';

/** At night nobody waits for the module. */
const night: SavingHours = { fromMinute: 23 * 60, toMinute: 7 * 60 };

export function HoursSetting() {
  const { settings: words } = useMessages();
  const { getState } = useAppStore();
  const chosen = useApp((model) => model.state?.settings.savingHours ?? null);
  const hours = chosen ?? night;
  const change = (savingHours: SavingHours | null) => getState().changeSettings({ savingHours });
  return (
    <Setting name={words.savingHours} help={words.savingHoursHelp}>
      <Switch name={words.savingHours} isOn={chosen !== null} onChange={(isOn) => change(isOn ? night : null)} />
      {chosen && (
        <span className="hours">
          <Time
            name={words.from}
            minute={hours.fromMinute}
            onChange={(fromMinute) => change({ ...hours, fromMinute })}
          />
          {words.to}
          <Time name={words.to} minute={hours.toMinute} onChange={(toMinute) => change({ ...hours, toMinute })} />
        </span>
      )}
    </Setting>
  );
}

interface TimeProps {
  readonly name: string;
  /** Since midnight. */
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

function Time({ name, minute, onChange }: TimeProps) {
  const two = (value: number) => String(value).padStart(2, '0');
  const read = (text: string) => {
    const [hour, part] = text.split(':').map(Number);
    if (hour !== undefined && part !== undefined) onChange(hour * 60 + part);
  };
  return (
    <input
      type="time"
      aria-label={name}
      value={`${two(Math.floor(minute / 60))}:${two(minute % 60)}`}
      onChange={(event) => read(event.target.value)}
    />
  );
}
