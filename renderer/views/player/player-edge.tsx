// The edge between list and player: drawn with the pointer, moved with arrows, put back with a double click.
import './player-edge.css';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useMessages } from '../../store/context.tsx';

/** What the player can be, CSS pixels: its controls need this much, the list the rest of the window. */
const narrowest = 288;
const widest = () => Math.round(window.innerWidth * 0.45);
const step = 16;

interface PlayerEdgeProps {
  /** As the player is drawn now. */
  readonly width: number;
  readonly onDraw: (width: number) => void;
  /** The hand lets go; null: as the window's size suggests. */
  readonly onKeep: (width: number | null) => void;
}

export function PlayerEdge({ width, onDraw, onKeep }: PlayerEdgeProps) {
  const { player } = useMessages();
  const within = (wanted: number) => Math.round(Math.min(widest(), Math.max(narrowest, wanted)));
  const isHeld = ({ currentTarget, pointerId }: PointerEvent) => currentTarget.hasPointerCapture(pointerId);
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: width + step, ArrowRight: width - step, Home: narrowest, End: widest() }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onKeep(within(wanted));
  };
  return (
    <div
      className="player-edge"
      role="separator"
      tabIndex={0}
      aria-label={player.width}
      aria-orientation="vertical"
      aria-valuemin={narrowest}
      aria-valuemax={widest()}
      aria-valuenow={within(width)}
      onPointerDown={({ currentTarget, pointerId, button }) =>
        button === 0 && currentTarget.setPointerCapture(pointerId)
      }
      onPointerMove={(event) => isHeld(event) && onDraw(within(window.innerWidth - event.clientX))}
      onPointerUp={(event) => isHeld(event) && onKeep(width)}
      onDoubleClick={() => onKeep(null)}
      onKeyDown={onKeyDown}
    />
  );
}
