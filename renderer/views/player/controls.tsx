// The player's own controls: position, play, the clips beside it, playing on, speed and volume.
import './controls.css';
import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { Slider } from '../../components/slider.tsx';
import type { Clip } from '../../store/clip-table.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { indexOf } from '../../store/list-view.ts';
import { useLibraryKeys } from '../library/library-key.ts';
import { PlayOn } from './play-on.tsx';
import { Speed } from './speed.tsx';
import { stepFrame } from './step-frame.ts';
import { usePosition } from './use-position.ts';
import { Volume } from './volume.tsx';

interface ControlsProps {
  readonly clip: Clip;
  /** Null until the clip is on disk. */
  readonly video: HTMLVideoElement | null;
}

export function Controls({ clip, video }: ControlsProps) {
  const { player, formats } = useMessages();
  const store = useAppStore();
  const playback = useApp((model) => model.playback);
  const index = useApp(({ clips, view }) => indexOf(clips.table, view, clip.key));
  const last = useApp(({ view }) => view.rows.length - 1);
  const { ms, totalMs, seek } = usePosition(video, clip.lengthMs);
  const playing = playback.kind === 'ready' && playback.playing;
  const fetching = playback.kind === 'fetching' && playback.thenPlay;

  const frames = useMemo(
    () => ({ ',': () => video && stepFrame(video, -1), '.': () => video && stepFrame(video, 1) }),
    [video],
  );
  useLibraryKeys(frames);

  const toggle = () => {
    const model = store.getState();
    if (playing) model.setPlaying(false);
    else model.play(clip.key);
  };
  return (
    <div className="controls">
      <div className="position">
        <span>{formats.clipLength(ms)}</span>
        <Slider
          name={player.position}
          value={ms}
          max={totalMs}
          step={100}
          spoken={player.positionOf(ms, totalMs)}
          disabled={!video}
          onChange={seek}
        />
        <span>{totalMs > 0 ? formats.clipLength(totalMs) : '–'}</span>
      </div>
      <div className="buttons">
        <div>
          <PlayOn />
          <Speed video={video} />
        </div>
        <div>
          <IconButton
            icon={SkipBack}
            name={player.newer}
            shortcut="K"
            isDisabled={index <= 0}
            onPress={() => store.getState().step(-1, 'only')}
          />
          <IconButton icon={StepBack} name={player.frameBack} shortcut="," isDisabled={!video} onPress={frames[',']} />
          <IconButton
            icon={playing ? Pause : Play}
            name={playing ? player.pause : player.play}
            shortcut="Space"
            look="go"
            isDisabled={fetching}
            onPress={toggle}
          />
          <IconButton icon={StepForward} name={player.frameOn} shortcut="." isDisabled={!video} onPress={frames['.']} />
          <IconButton
            icon={SkipForward}
            name={player.older}
            shortcut="J"
            isDisabled={index < 0 || index >= last}
            onPress={() => store.getState().step(1, 'only')}
          />
        </div>
        <div>
          <Volume video={video} />
        </div>
      </div>
    </div>
  );
}
