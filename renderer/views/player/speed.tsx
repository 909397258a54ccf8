// How fast the clip plays; kept from clip to clip.
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useMessages } from '../../store/context.tsx';

const rates = [0.25, 0.5, 1, 1.5, 2, 4];

export function Speed({ video }: { video: HTMLVideoElement | null }) {
  const { player } = useMessages();
  const [rate, setRate] = useState(1);

  useEffect(() => {
    if (video) video.playbackRate = rate;
  }, [video, rate]);

  return (
    <Menu
      name={player.speed}
      button={
        <Button className="speed" aria-label={`${player.speed}: ${player.speedOf(rate)}`}>
          {player.speedOf(rate)}
        </Button>
      }
      onAction={(id) => setRate(Number(id))}
    >
      {rates.map((each) => (
        <MenuItem key={each} id={String(each)}>
          {player.speedOf(each)}
        </MenuItem>
      ))}
    </Menu>
  );
}
