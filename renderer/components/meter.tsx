// How much of something is used; red where little is left.
import './meter.css';

export function Meter({ name, percent }: { name: string; percent: number }) {
  return (
    <div
      className={percent >= 95 ? 'meter full' : 'meter'}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
