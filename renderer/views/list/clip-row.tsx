// One clip in the list. All it takes are plain values, so that it is drawn again only when one of them changes.
import './clip-row.css';
import { ArrowDownToLine, Ellipsis, Play, Star } from 'lucide-react';
import { memo } from 'react';
import { ClipFlag, type ClipKey, type ProblemKind } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { canBeSaved } from '../../store/clip-table.ts';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import { isFresh } from '../../store/list-view.ts';
import { PlaceCell } from './place-cell.tsx';

export interface ClipRowProps {
  readonly clipKey: ClipKey;
  /** Place in the whole list, from 1, day heads counted. */
  readonly ordinal: number;
  readonly top: number;
  readonly camera: string;
  readonly cameraId: number | null;
  /** Wall-clock time at the camera, counted as if it were UTC. */
  readonly wallMs: number;
  readonly sizeKiB: number;
  readonly lengthMs: number;
  readonly flags: number;
  readonly selected: boolean;
  readonly current: boolean;
  readonly hovered: boolean;
  /** On its way: the part that has arrived, or -1 where its length is not known; null: it is not on its way. */
  readonly arriving: number | null;
  readonly failure: ProblemKind | null;
}

export const rowId = (key: ClipKey) => `clip-${key}`;

export const ClipRow = memo(function ClipRow(props: ClipRowProps) {
  const { library, formats } = useMessages();
  const { clipKey, camera, cameraId, flags, lengthMs } = props;
  const poster = flags & ClipFlag.poster ? posterUrl(clipKey) : null;
  const fresh = isFresh(flags);
  const starred = (flags & ClipFlag.starred) !== 0;
  return (
    <div
      id={rowId(clipKey)}
      className={`clip-row${fresh ? ' fresh' : ''}${props.current ? ' current' : ''}${props.hovered ? ' hovered' : ''}`}
      style={{ insetBlockStart: props.top }}
      role="row"
      aria-rowindex={props.ordinal}
      aria-selected={props.selected}
      data-clip={clipKey}
      draggable
    >
      <span className="dot" role="gridcell" aria-label={fresh ? library.isNew : undefined} />
      <span className="thumb" role="gridcell">
        <ClipPicture poster={poster} camera={cameraId === null ? null : cameraUrl(cameraId)} />
      </span>
      <span className="time" role="gridcell">
        {formats.wallTime(props.wallMs)}
      </span>
      <span className="camera ellipsis" role="gridcell">
        {camera}
      </span>
      <span className="star" role="gridcell" aria-label={starred ? library.isStarred : undefined}>
        {starred && <Icon of={Star} size={14} />}
      </span>
      <span className="length" role="gridcell">
        {lengthMs > 0 ? formats.clipLength(lengthMs) : library.unknownLength}
      </span>
      {props.hovered ? (
        <span className="actions" role="gridcell">
          <RowAction name={library.play} does="play" icon={Play} />
          {canBeSaved(flags) && !(flags & ClipFlag.queued) && (
            <RowAction name={library.save} does="save" icon={ArrowDownToLine} />
          )}
          <RowAction name={starred ? library.unstar : library.star} does="star" icon={Star} />
          <RowAction name={library.more} does="menu" icon={Ellipsis} />
        </span>
      ) : (
        <>
          <span className="size" role="gridcell">
            {library.size(props.sizeKiB)}
          </span>
          <PlaceCell flags={flags} arriving={props.arriving} failure={props.failure} />
        </>
      )}
    </div>
  );
});

export type RowActionName = 'play' | 'save' | 'star' | 'tick' | 'menu';

/** The list hears the click; the keyboard has keys and the menu for the same. */
function RowAction({ name, does, icon }: { name: string; does: RowActionName; icon: typeof Play }) {
  return (
    <button type="button" tabIndex={-1} aria-label={name} title={name} data-does={does}>
      <Icon of={icon} />
    </button>
  );
}
