// The video element: follows what the store wants and reports what it does.
import { useEffect, useRef } from 'react';
import { releaseVideo } from '../../components/release-video.ts';
import type { Clip } from '../../store/clip-table.ts';
import { mediaUrl } from '../../store/clip-urls.ts';
import { useApp } from '../../store/context.tsx';

interface VideoProps {
  readonly clip: Clip;
  readonly playing: boolean;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}

export function Video({ clip, playing, onVideo }: VideoProps) {
  const setPlaying = useApp((model) => model.setPlaying);
  const cannotPlay = useApp((model) => model.cannotPlay);
  const playNext = useApp((model) => model.playNext);
  const element = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = element.current;
    onVideo(video);
    return () => {
      onVideo(null);
      releaseVideo(video);
    };
  }, [onVideo]);

  useEffect(() => {
    const video = element.current;
    if (!video) return;
    // A play() that a pause or a new clip overtakes is rejected: that is no failure.
    if (playing) video.play().catch(() => undefined);
    else video.pause();
  }, [playing]);

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
      onEnded={playNext}
      onError={cannotPlay}
    />
  );
}
