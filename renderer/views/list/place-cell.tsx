// Where a clip is, or what is happening to it: a mark and its word.
import { ClipFlag, type ProblemKind } from '../../../preload/contract.ts';
import { type Mark, PlaceMark } from '../../components/place-mark.tsx';
import { type Messages, placeOf } from '../../messages/index.ts';
import { canBeSaved } from '../../store/clip-table.ts';
import { useMessages } from '../../store/context.tsx';

interface PlaceCellProps {
  readonly flags: number;
  /** -1: on its way, length unknown; null: not on its way. */
  readonly arriving: number | null;
  readonly failure: ProblemKind | null;
}

export function PlaceCell(props: PlaceCellProps) {
  const { mark, word } = placeWords(useMessages(), props);
  return (
    <span className={mark === 'failed' ? 'place bad' : 'place'} role="gridcell">
      <PlaceMark of={mark} turning={mark === 'busy' && props.arriving !== null} />
      <span className="word ellipsis">{word}</span>
    </span>
  );
}

/** What is happening now comes before where it is. */
export function placeWords(
  { places, problems }: Pick<Messages, 'places' | 'problems'>,
  { flags, arriving, failure }: PlaceCellProps,
): { mark: Mark; word: string } {
  const queued = (flags & ClipFlag.queued) !== 0;
  if (arriving !== null) {
    const word = queued ? places.saving(arriving < 0 ? null : arriving) : places.fetching;
    return { mark: 'busy', word };
  }
  if (flags & ClipFlag.failed && !(flags & ClipFlag.saved)) return { mark: 'failed', word: problems.short(failure) };
  if (queued) return { mark: 'busy', word: places.waiting };
  const place = placeOf(flags);
  const isLeftOut = flags & ClipFlag.excluded && canBeSaved(flags);
  return isLeftOut ? { mark: 'excluded', word: places.excluded } : { mark: place, word: places.name(place) };
}
