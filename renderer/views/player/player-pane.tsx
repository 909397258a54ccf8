// The player: the clip's video or picture, its controls, and what is known of it.
import './player-pane.css';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { useLayout } from '../use-layout.ts';
import { ClipAbout } from './clip-about.tsx';
import { Controls } from './controls.tsx';
import { PlayerEdge } from './player-edge.tsx';
import { Stage } from './stage.tsx';
import { usePlayerWidth } from './use-player-width.ts';

/** As tokens.css has it. */
const suggestedWidth = { wide: 340, medium: 288 };

/** `canClose`: where the list wants its room back. */
export function PlayerPane({ canClose }: { canClose: boolean }) {
  const { player } = useMessages();
  const current = useApp((model) => model.selection.current);
  const clips = useApp((model) => model.clips);
  const refreshFacts = useApp((model) => model.refreshFacts);
  const closePlayer = useApp((model) => model.closePlayer);
  const layout = useLayout();
  const { width, draw, keep } = usePlayerWidth();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const clip = current === null ? null : clips.table.clip(current);
  const flags = clip?.flags ?? 0;

  // Saving a clip gives it a name, playing it a length.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the flags is what this waits for
  useEffect(() => {
    if (current !== null) refreshFacts();
  }, [flags, refreshFacts]);

  if (!clip) return null;
  return (
    <aside
      className="player"
      aria-label={player.name}
      {...(width !== null && layout !== 'small' ? { style: { inlineSize: width } } : {})}
    >
      {canClose && (
        <span className="close">
          <IconButton icon={X} name={player.close} shortcut="Esc" onPress={closePlayer} />
        </span>
      )}
      <div className="scroll">
        <Stage clip={clip} onVideo={setVideo} />
        <Controls clip={clip} video={video} />
        <ClipAbout clip={clip} />
      </div>
      {layout !== 'small' && <PlayerEdge width={width ?? suggestedWidth[layout]} onDraw={draw} onKeep={keep} />}
    </aside>
  );
}
