// How wide the player is: as it was left last time, and as the hand draws it meanwhile.
import { useEffect, useState } from 'react';
import { useApp } from '../../store/context.tsx';

export function usePlayerWidth() {
  const kept = useApp((model) => model.state?.settings.playerWidth ?? null);
  const changeSettings = useApp((model) => model.changeSettings);
  const [width, draw] = useState(kept);
  useEffect(() => draw(kept), [kept]);
  const keep = (playerWidth: number | null) => {
    draw(playerWidth);
    changeSettings({ playerWidth });
  };
  /** `width` null: as the window's size suggests. */
  return { width, draw, keep };
}
