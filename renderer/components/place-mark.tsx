// The mark of where a clip is: five places, five shapes, so that colour is never alone; always beside its word or name.
import './place-mark.css';
import type { Place } from '../../preload/contract.ts';

export type Mark = Place | 'excluded' | 'busy' | 'failed';

const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.7" />;
const tick = {
  className: 'tick',
  fill: 'none',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const shapes: Readonly<Record<Mark, React.JSX.Element>> = {
  'on-drive': ring,
  saved: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.7 8.3 2.3 2.3 4.3-4.7" {...tick} />
    </>
  ),
  'only-here': (
    <>
      <path
        fill="currentColor"
        d="M7.1 1.1a1.4 1.4 0 0 1 1.8 0l5.7 4.8c.3.26.5.64.5 1.06V13.7c0 .77-.63 1.4-1.4 1.4H2.3c-.77 0-1.4-.63-1.4-1.4V6.96c0-.42.19-.8.5-1.06z"
      />
      <path d="m5.1 9.6 2.1 2.1 3.8-4.2" {...tick} />
    </>
  ),
  cached: (
    <>
      {ring}
      <path fill="currentColor" d="M3.4 8h9.2a4.6 4.6 0 0 1-9.2 0z" />
    </>
  ),
  'removed-by-you': (
    <>
      {ring}
      <path d="M3.4 12.6 12.6 3.4" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  excluded: (
    <>
      {ring}
      <path d="M5.2 8h5.6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  gone: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeDasharray="2.2 2.2" />,
  failed: (
    <>
      <path
        fill="currentColor"
        d="M6.8 1.6a1.4 1.4 0 0 1 2.4 0l6.2 10.9a1.4 1.4 0 0 1-1.2 2.1H1.8a1.4 1.4 0 0 1-1.2-2.1z"
      />
      <path d="M8 5.2v3.6M8 11.2v.1" {...tick} />
    </>
  ),
  busy: (
    <>
      <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeOpacity=".3" strokeWidth="1.9" />
      <path
        d="M8 2.4a5.6 5.6 0 0 1 5.6 5.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </>
  ),
};

export function PlaceMark({ of: mark, size = 14, turning = false }: { of: Mark; size?: number; turning?: boolean }) {
  return (
    <svg
      className={`place-mark ${mark}${turning ? ' turning' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[mark]}
    </svg>
  );
}
