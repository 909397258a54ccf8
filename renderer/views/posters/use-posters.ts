// Gives clips in sight that are on disk their own picture, one at a time.
import { useEffect, useRef, useState } from 'react';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import { mediaUrl } from '../../store/clip-urls.ts';
import { useApp } from '../../store/context.tsx';
import { drawPoster } from './draw-poster.ts';

/** The list must have rested this long, so that scrolling starts no videos. */
const restMs = 300;
const longestMs = 10_000;

const onDisk = ClipFlag.saved | ClipFlag.cached;

/** `keys`: clips in sight, the most wanted first. */
export function usePosters(keys: readonly ClipKey[]): void {
  const { table } = useApp((model) => model.clips);
  const storePoster = useApp((model) => model.storePoster);
  const isHere = useApp((model) => model.isHere);
  /** Drawn, or found to be impossible: not tried again by this window. */
  const tried = useRef(new Set<ClipKey>());
  const [, setTurn] = useState(0);
  const next = keys.find((key) => {
    const flags = table.clip(key)?.flags ?? 0;
    return flags & onDisk && !(flags & ClipFlag.poster) && !tried.current.has(key);
  });

  useEffect(() => {
    if (next === undefined) return;
    const over = new AbortController();
    let limit: ReturnType<typeof setTimeout> | undefined;
    const start = setTimeout(async () => {
      limit = setTimeout(() => over.abort(), longestMs);
      const jpeg = (await isHere(next)) ? await drawPoster(mediaUrl(next), over.signal) : null;
      tried.current.add(next);
      if (jpeg) storePoster(next, jpeg);
      setTurn((turn) => turn + 1);
    }, restMs);
    return () => {
      clearTimeout(start);
      clearTimeout(limit);
      over.abort();
    };
  }, [next, storePoster, isHere]);
}
