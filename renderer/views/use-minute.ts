// What time it is, to the minute: for the words that depend on today.
import { useEffect, useState } from 'react';

const minuteMs = 60_000;

export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), minuteMs - (now % minuteMs));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
