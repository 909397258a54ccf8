// How much of something is used; red where little is left.
import './meter.css';

interface MeterProps {
  readonly name: string;
  readonly percent: number;
  /** In words, where they say more than the percentage. */
  readonly said?: string;
}

export function Meter({ name, percent, said }: MeterProps) {
  return (
    <div
      className={percent >= 95 ? 'meter full' : 'meter'}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={said}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
