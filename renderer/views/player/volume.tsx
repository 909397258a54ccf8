// How loud clips are; remembered when the hand lets go.
import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { Slider } from '../../components/slider.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function Volume({ video }: { video: HTMLVideoElement | null }) {
  const { player, formats } = useMessages();
  const kept = useApp((model) => model.state?.settings.volume ?? 1);
  const changeSettings = useApp((model) => model.changeSettings);
  const [volume, setVolume] = useState(kept);
  /** What unmuting goes back to. */
  const [loud, setLoud] = useState(kept || 1);

  useEffect(() => setVolume(kept), [kept]);
  useEffect(() => {
    if (video) video.volume = volume;
  }, [video, volume]);

  const keep = (next: number) => {
    if (next > 0) setLoud(next);
    setVolume(next);
    changeSettings({ volume: next });
  };
  const icon = volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  return (
    <>
      <IconButton
        icon={icon}
        name={volume === 0 ? player.unmute : player.mute}
        onPress={() => keep(volume === 0 ? loud : 0)}
      />
      <Slider
        look="volume"
        name={player.volume}
        value={volume}
        max={1}
        step={0.05}
        spoken={formats.percent(volume)}
        onChange={setVolume}
        onChangeEnd={keep}
      />
    </>
  );
}
