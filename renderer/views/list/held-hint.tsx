// Beside the pointer: that clips which are held are still being fetched, or are too many for that.
import './held-hint.css';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useMessages } from '../../store/context.tsx';
import { mostFetchedToDrag } from '../../store/drag-actions.ts';
import type { HeldClips } from './use-drag-out.ts';

export function HeldHint({ held: { missing, x, y } }: { held: HeldClips }) {
  const { library } = useMessages();
  const tooMany = missing > mostFetchedToDrag;
  return (
    <p className="held-hint" role="status" style={{ insetInlineStart: x + 14, insetBlockStart: y + 14 }}>
      <PlaceMark of={tooMany ? 'on-drive' : 'busy'} turning={!tooMany} />
      {tooMany ? library.tooManyToDrag(missing) : library.preparing(missing)}
    </p>
  );
}
