// Where the clip is seen: its video once it is on disk, its picture before, and what is happening in between.
import './stage.css';
import { ExternalLink, Play } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { ClipFlag } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Clip } from '../../store/clip-table.ts';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { Fetching } from './fetching.tsx';
import { Video } from './video.tsx';

interface StageProps {
  readonly clip: Clip;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}

export function Stage({ clip, onVideo }: StageProps) {
  const { player, problems } = useMessages();
  const { getState } = useAppStore();
  const playback = useApp((model) => model.playback);
  const camera = useApp(({ clips }) => clips.table.cameras[clip.camera]?.cameraId ?? null);
  const fetching = playback.kind === 'fetching' && playback.thenPlay;
  const picture = (
    <ClipPicture
      poster={clip.flags & ClipFlag.poster ? posterUrl(clip.key) : null}
      camera={camera === null ? null : cameraUrl(camera)}
    />
  );

  switch (playback.kind) {
    case 'ready':
      return (
        <div className="stage">
          <Video key={playback.key} clip={clip} playing={playback.playing} onVideo={onVideo} />
        </div>
      );
    case 'still':
    case 'fetching':
      return (
        <div className={fetching ? 'stage busy' : 'stage'}>
          {picture}
          {fetching && <Fetching clip={clip} />}
          {playback.kind === 'still' && (
            <AriaButton className="big-play" aria-label={player.play} onPress={() => getState().play(clip.key)}>
              <Icon of={Play} size={20} />
            </AriaButton>
          )}
        </div>
      );
    case 'unplayable':
      return (
        <div className="stage busy">
          {picture}
          <div className="over dark" role="alert">
            <b>{player.cannotPlay.title}</b>
            <span>{player.cannotPlay.text}</span>
            <Button onPress={() => getState().openClipInSystemPlayer(clip.key)}>
              <Icon of={ExternalLink} />
              {player.openInSystemPlayer}
            </Button>
          </div>
        </div>
      );
    case 'failed': {
      const { title, text } = problems.text(playback.problem);
      return (
        <div className="stage busy">
          {picture}
          <div className="over dark" role="alert">
            <b>{title}</b>
            <span>{text}</span>
            <Button onPress={() => getState().play(clip.key)}>{player.tryAgain}</Button>
          </div>
        </div>
      );
    }
  }
}
