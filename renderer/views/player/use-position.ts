// Where the video is and how long it lasts, as smoothly as the screen shows it while it plays.
import { useCallback, useEffect, useState } from 'react';

export interface Position {
  readonly ms: number;
  readonly totalMs: number;
  readonly seek: (ms: number) => void;
}

/** `listedMs`: the length that the list gives, until the video itself is known. */
export function usePosition(video: HTMLVideoElement | null, listedMs: number): Position {
  const [at, setAt] = useState({ ms: 0, totalMs: listedMs });

  useEffect(() => {
    setAt({ ms: 0, totalMs: listedMs });
    if (!video) return;
    let frame = 0;
    const read = () => {
      const totalMs = Number.isFinite(video.duration) ? video.duration * 1000 : listedMs;
      setAt({ ms: Math.min(video.currentTime * 1000, totalMs), totalMs });
    };
    const follow = () => {
      read();
      cancelAnimationFrame(frame);
      if (!video.paused) frame = requestAnimationFrame(follow);
    };
    const events = ['play', 'pause', 'seeked', 'durationchange', 'ended'];
    for (const event of events) video.addEventListener(event, follow);
    follow();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) video.removeEventListener(event, follow);
    };
  }, [video, listedMs]);

  const seek = useCallback(
    (ms: number) => {
      if (!video) return;
      video.currentTime = ms / 1000;
      setAt((before) => ({ ...before, ms }));
    },
    [video],
  );
  return { ...at, seek };
}
