// Plays a clip silently in its card while the pointer rests on it; along the card one goes along the clip.
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { releaseVideo } from '../../components/release-video.ts';
import { mediaUrl } from '../../store/clip-urls.ts';
import { useApp } from '../../store/context.tsx';

/** The pointer has to rest this long, so that crossing the grid starts nothing. */
const restMs = 250;
/** Parts of the clip's length that a move has to span to seek. */
const seekStep = 0.04;

/** Only for a clip on disk. */
export function CardPreview({ clipKey }: { clipKey: ClipKey }) {
  const isHere = useApp((model) => model.isHere);
  const element = useRef<HTMLVideoElement>(null);
  const [isReady, setReady] = useState(false);
  /** Where the pointer stands between the card's edges, 0–1. */
  const part = useRef(0);

  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let isOver = false;
    const start = setTimeout(async () => {
      const isThere = await isHere(clipKey);
      if (isThere && !isOver) setReady(true);
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(start);
    };
  }, [clipKey, isHere]);

  useEffect(() => {
    const video = element.current;
    return () => releaseVideo(video);
  }, []);

  const seek = (video: HTMLVideoElement) => {
    if (Number.isFinite(video.duration)) video.currentTime = part.current * video.duration;
  };
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent<HTMLVideoElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const now = (clientX - left) / width;
    if (Math.abs(now - part.current) < seekStep) return;
    part.current = now;
    seek(currentTarget);
  };
  return (
    <video
      ref={element}
      className="preview"
      aria-hidden="true"
      tabIndex={-1}
      muted
      loop
      autoPlay
      playsInline
      src={isReady ? mediaUrl(clipKey) : undefined}
      onPointerMove={onPointerMove}
      onLoadedMetadata={({ currentTarget }) => seek(currentTarget)}
    />
  );
}
