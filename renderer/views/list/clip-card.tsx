// One clip in the grid. All it takes are plain values, so that it is drawn again only when one of them changes.
import './clip-card.css';
import { Check, Star } from 'lucide-react';
import { memo } from 'react';
import { ClipFlag } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import { isFresh } from '../../store/list-view.ts';
import { CardPreview } from './card-preview.tsx';
import { type ClipRowProps, rowId } from './clip-row.tsx';
import { placeWords } from './place-cell.tsx';

interface ClipCardProps extends Omit<ClipRowProps, 'sizeKiB'> {
  readonly left: number;
  readonly width: number;
}

export const ClipCard = memo(function ClipCard(props: ClipCardProps) {
  const messages = useMessages();
  const { library, formats } = messages;
  const { clipKey, camera, cameraId, flags, lengthMs, selected } = props;
  const { mark, word } = placeWords(messages, props);
  const fresh = isFresh(flags);
  const onDisk = (flags & (ClipFlag.saved | ClipFlag.cached)) !== 0;
  const starred = (flags & ClipFlag.starred) !== 0;
  return (
    <div
      id={rowId(clipKey)}
      className={`clip-card${fresh ? ' fresh' : ''}${props.current ? ' current' : ''}${props.hovered ? ' hovered' : ''}`}
      style={{ insetBlockStart: props.top, insetInlineStart: props.left, inlineSize: props.width }}
      role="row"
      aria-rowindex={props.ordinal}
      aria-selected={selected}
      data-clip={clipKey}
      draggable
    >
      <span className="picture" role="gridcell">
        <ClipPicture
          poster={flags & ClipFlag.poster ? posterUrl(clipKey) : null}
          camera={cameraId === null ? null : cameraUrl(cameraId)}
        />
        {props.hovered && onDisk && <CardPreview clipKey={clipKey} />}
        <button
          type="button"
          tabIndex={-1}
          className="pick"
          aria-label={selected ? library.deselect : library.select}
          data-does="tick"
        >
          <Icon of={Check} size={12} />
        </button>
        {starred && (
          <span className="star" role="img" aria-label={library.isStarred}>
            <Icon of={Star} />
          </span>
        )}
        {lengthMs > 0 && <span className="length">{formats.clipLength(lengthMs)}</span>}
      </span>
      <span className="caption" role="gridcell">
        {fresh && <span className="dot" role="img" aria-label={library.isNew} />}
        <span className="time">{formats.wallTime(props.wallMs)}</span>
        <span className="camera ellipsis">{camera}</span>
        <span className={mark === 'failed' ? 'place bad' : 'place'} role="img" aria-label={word} title={word}>
          <PlaceMark of={mark} turning={mark === 'busy' && props.arriving !== null} />
        </span>
      </span>
    </div>
  );
});
