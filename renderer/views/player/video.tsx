// The video element: follows what the store wants, reports what it does, and gives the clip its picture.
import { useEffect, useRef } from 'react';
import { ClipFlag } from '../../../preload/contract.ts';
import type { Clip } from '../../store/clip-table.ts';
import { mediaUrl } from '../../store/clip-urls.ts';
import { useApp } from '../../store/context.tsx';
import { takePoster } from './take-poster.ts';

interface VideoProps {
  readonly clip: Clip;
  readonly playing: boolean;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}

export function Video({ clip, playing, onVideo }: VideoProps) {
  const setPlaying = useApp((model) => model.setPlaying);
  const cannotPlay = useApp((model) => model.cannotPlay);
  const storePoster = useApp((model) => model.storePoster);
  const element = useRef<HTMLVideoElement>(null);
  const needsPoster = (clip.flags & ClipFlag.poster) === 0;

  useEffect(() => {
    onVideo(element.current);
    return () => onVideo(null);
  }, [onVideo]);

  useEffect(() => {
    const video = element.current;
    if (!video) return;
    // A play() that a pause or a new clip overtakes is rejected: that is no failure.
    if (playing) video.play().catch(() => undefined);
    else video.pause();
  }, [playing]);

  useEffect(() => {
    const video = element.current;
    if (!video || !needsPoster) return;
    return takePoster(video, (jpeg) => storePoster(clip.key, jpeg));
  }, [needsPoster, storePoster, clip.key]);

  useEffect(() => {
    const pause = () => document.hidden && setPlaying(false);
    document.addEventListener('visibilitychange', pause);
    return () => document.removeEventListener('visibilitychange', pause);
  }, [setPlaying]);

  return (
    // biome-ignore lint/a11y/useMediaCaption: what a camera records has no captions
    <video
      ref={element}
      src={mediaUrl(clip.key)}
      crossOrigin="anonymous"
      preload="auto"
      playsInline
      onClick={() => setPlaying(!playing)}
      onPlay={() => setPlaying(true)}
      onPause={() => setPlaying(false)}
      onError={cannotPlay}
    />
  );
}
