// Whether the next clip follows when one has ended.
import { ListVideo } from 'lucide-react';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function PlayOn() {
  const { player } = useMessages();
  const playsOn = useApp((model) => model.playsOn);
  const setPlaysOn = useApp((model) => model.setPlaysOn);
  return (
    <IconButton
      icon={ListVideo}
      name={player.playOn}
      look={playsOn ? 'on' : ''}
      aria-pressed={playsOn}
      onPress={() => setPlaysOn(!playsOn)}
    />
  );
}
