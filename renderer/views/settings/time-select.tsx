// A time of day, to the half hour.
import { Select } from '../../components/select.tsx';
import { useMessages } from '../../store/context.tsx';

interface TimeSelectProps {
  readonly name: string;
  /** Minute of the day. */
  readonly value: number;
  readonly isDisabled: boolean;
  readonly onChange: (minute: number) => void;
}

const halfHours = Array.from({ length: 48 }, (_, index) => index * 30);

export function TimeSelect(props: TimeSelectProps) {
  const { formats } = useMessages();
  const options = halfHours.map((minute) => ({ value: minute, label: formats.minuteOfDay(minute) }));
  return <Select {...props} options={options} />;
}
