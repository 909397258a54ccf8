// The list or grid of clips: drawn only where it is seen, and one stop for the keyboard.
import './clip-list.css';
import { useCallback, useEffect, useMemo } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import type { ClipTable } from '../../store/clip-table.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { type Day, type ListView, unsavedKeys } from '../../store/list-view.ts';
import { passingClips } from '../../store/passing.ts';
import { usePosters } from '../posters/use-posters.ts';
import { useMinute } from '../use-minute.ts';
import { ClipCard } from './clip-card.tsx';
import { ClipMenu } from './clip-menu.tsx';
import { ClipRow, rowId } from './clip-row.tsx';
import { DayHead } from './day-head.tsx';
import { HeldHint } from './held-hint.tsx';
import { cardWidth, type DaySpan, dayHeight, placeInDay } from './list-layout.ts';
import { useDragOut } from './use-drag-out.ts';
import { useListWindow } from './use-list-window.ts';
import { useRowEvents } from './use-row-events.ts';
import { useRubberBand } from './use-rubber-band.ts';

export function ClipList() {
  const store = useAppStore();
  const { library } = useMessages();
  const clips = useApp((model) => model.clips);
  const view = useApp((model) => model.view);
  const filter = useApp((model) => model.filter);
  const { keys: chosen, current } = useApp((model) => model.selection);
  const lanes = useApp((model) => model.state?.lanes);
  const failed = useApp((model) => model.state?.failed);
  const passing = useMemo(() => passingClips({ lanes: lanes ?? [], failed: failed ?? [] }), [lanes, failed]);
  const { element, layout, spans, fresh, toTop } = useListWindow();
  const { hovered, menu, closeMenu, listeners } = useRowEvents();
  const { band, onPointerDown } = useRubberBand(element, layout);
  const { shape } = layout;
  const isGrid = shape.columnWidth > 0;
  const { held, onDragStart } = useDragOut();
  const today = clips.time.today(useMinute());

  usePosters(keysInSight(clips.table, view, spans, current));
  useEffect(() => {
    // A search that found nothing for a moment keeps the focus: one still types.
    if (!(document.activeElement instanceof HTMLInputElement)) element.current?.focus();
  }, [element]);

  const saveDay = useCallback(
    (day: Day) => {
      const { clips, view, filter, save } = store.getState();
      const camera = filter.camera === null ? null : (clips.table.cameras[filter.camera]?.name ?? null);
      const isoDay = new Date(day.day * 86_400_000).toISOString().slice(0, 10);
      save(unsavedKeys(clips.table, view, day.start, day.start + day.total), { kind: 'day', day: isoDay, camera });
    },
    [store],
  );

  return (
    <div className="list-frame">
      {fresh > 0 && (
        <div className="new-clips">
          <Button size="small" onPress={toTop}>
            {library.newClips(fresh)}
          </Button>
        </div>
      )}
      <div
        ref={element}
        className={`clip-list${isGrid ? ' grid' : ''}${chosen.size > 0 ? ' picking' : ''}`}
        data-columns={shape.columns}
        role="grid"
        tabIndex={0}
        aria-label={library.list}
        aria-multiselectable
        aria-rowcount={view.rows.length + view.days.length}
        {...(current === null ? {} : { 'aria-activedescendant': rowId(current) })}
        {...listeners}
        onDragStart={onDragStart}
        onPointerDown={onPointerDown}
      >
        <div className="sheet" role="presentation" style={{ blockSize: layout.height }}>
          {spans.map(({ day, index: dayIndex, top, from, until }) => (
            <div
              className="day"
              key={day.day}
              role="rowgroup"
              style={{ insetBlockStart: top, blockSize: dayHeight(day, shape) }}
            >
              <DayHead
                day={day}
                ordinal={day.start + dayIndex + 1}
                today={today}
                onlyUnsaved={filter.place === 'unsaved'}
                onSave={saveDay}
              />
              {Array.from(view.rows.subarray(from, until), (row, offset) => {
                const clip = clips.table.at(row);
                const camera = clips.table.cameras[clip.camera];
                const now = passing.get(clip.key);
                const position = from + offset;
                const { top, left } = placeInDay(position - day.start, shape);
                const facts = {
                  clipKey: clip.key,
                  ordinal: position + dayIndex + 2,
                  top,
                  camera: camera?.name ?? '',
                  cameraId: camera?.cameraId ?? null,
                  wallMs: clips.time.wallS(clip.camera, clip.recordedAtS) * 1000,
                  lengthMs: clip.lengthMs,
                  flags: clip.flags,
                  selected: chosen.has(clip.key),
                  current: current === clip.key,
                  hovered: hovered === clip.key,
                  arriving: now?.kind === 'arriving' ? (now.part ?? -1) : null,
                  failure: now?.kind === 'failed' ? now.problem : null,
                };
                return isGrid ? (
                  <ClipCard key={clip.key} {...facts} left={left} width={cardWidth(shape)} />
                ) : (
                  <ClipRow key={clip.key} {...facts} sizeKiB={clip.sizeKiB} />
                );
              })}
            </div>
          ))}
          {band && (
            <div
              className="rubber-band"
              style={{
                insetInlineStart: band.left,
                insetBlockStart: band.top,
                inlineSize: band.right - band.left,
                blockSize: band.bottom - band.top,
              }}
            />
          )}
        </div>
      </div>
      {held && <HeldHint held={held} />}
      <ClipMenu place={menu} onClose={closeMenu} />
    </div>
  );
}

/** What is drawn, the clip in the player first. */
function keysInSight(
  table: ClipTable,
  view: ListView,
  spans: readonly DaySpan[],
  current: ClipKey | null,
): readonly ClipKey[] {
  const rows = spans.flatMap(({ from, until }) => Array.from(view.rows.subarray(from, until)));
  const keys = rows.map((row) => table.at(row).key);
  return current === null ? keys : [current, ...keys];
}
