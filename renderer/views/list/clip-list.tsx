// The list of clips: drawn only where it is seen, one stop for the keyboard, choosing and playing by the usual clicks.
import './clip-list.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { type Day, unsavedKeys } from '../../store/list-view.ts';
import { passingClips } from '../../store/passing.ts';
import { unsavedOf } from '../library/unsaved-of.ts';
import { useMinute } from '../use-minute.ts';
import { ClipMenu, type MenuPlace } from './clip-menu.tsx';
import { ClipRow, type RowActionName, rowId } from './clip-row.tsx';
import { DayHead } from './day-head.tsx';
import { dayHeadHeight, dayHeight, rowHeight } from './list-layout.ts';
import { useListWindow } from './use-list-window.ts';

export function ClipList() {
  const store = useAppStore();
  const { library } = useMessages();
  const clips = useApp((model) => model.clips);
  const view = useApp((model) => model.view);
  const filter = useApp((model) => model.filter);
  const selection = useApp((model) => model.selection);
  const lanes = useApp((model) => model.state?.lanes);
  const failed = useApp((model) => model.state?.failed);
  const passing = useMemo(() => passingClips({ lanes: lanes ?? [], failed: failed ?? [] }), [lanes, failed]);
  const { element, layout, spans, fresh, toTop } = useListWindow();
  const [hovered, setHovered] = useState<ClipKey | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const today = clips.time.today(useMinute());
  const clipUnder = useClipUnder(clips.table);

  const saveDay = useCallback(
    (day: Day) => {
      const model = store.getState();
      const camera =
        model.filter.camera === null ? null : (model.clips.table.cameras[model.filter.camera]?.name ?? null);
      const keys = unsavedKeys(model.clips.table, model.view, day.start, day.start + day.total);
      model.save(keys, { kind: 'day', day: new Date(day.day * 86_400_000).toISOString().slice(0, 10), camera });
    },
    [store],
  );

  useEffect(() => element.current?.focus(), [element]);

  const click = (event: React.MouseEvent) => {
    const key = clipUnder(event);
    if (key === null) return;
    const model = store.getState();
    const does = actionUnder(event);
    if (does === 'play') return model.play(key);
    if (does === 'save') {
      const { keys, title } = unsavedOf(model.clips, [key]);
      return model.save(keys, title);
    }
    if (does === 'menu') return setMenu({ key, x: event.clientX, y: event.clientY });
    model.select(key, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
  };

  const openMenu = (event: React.MouseEvent) => {
    const key = clipUnder(event) ?? selection.current;
    if (key === null) return;
    event.preventDefault();
    if (!selection.keys.has(key)) store.getState().select(key, 'only');
    // Shift+F10 comes without a pointer: the menu then opens at the current row.
    const row = event.clientX === 0 && event.clientY === 0 ? document.getElementById(rowId(key)) : null;
    const box = row?.getBoundingClientRect();
    setMenu({ key, x: box ? box.left + 80 : event.clientX, y: box ? box.bottom : event.clientY });
  };

  return (
    <div className="list-frame">
      {fresh > 0 && (
        <div className="new-clips">
          <Button size="small" onPress={toTop}>
            {library.newClips(fresh)}
          </Button>
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the library act on the whole window */}
      <div
        ref={element}
        className="clip-list"
        role="grid"
        tabIndex={0}
        aria-label={library.list}
        aria-multiselectable
        aria-rowcount={view.rows.length + view.days.length}
        {...(selection.current === null ? {} : { 'aria-activedescendant': rowId(selection.current) })}
        onClick={click}
        onDoubleClick={(event) => {
          const key = clipUnder(event);
          if (key !== null && !actionUnder(event)) store.getState().play(key);
        }}
        onContextMenu={openMenu}
        onPointerMove={(event) => event.pointerType === 'mouse' && setHovered(clipUnder(event))}
        onPointerLeave={() => setHovered(null)}
      >
        <div className="sheet" role="presentation" style={{ blockSize: layout.height }}>
          {spans.map(({ day, top, from, until }) => (
            <div
              className="day"
              key={day.day}
              role="rowgroup"
              style={{ insetBlockStart: top, blockSize: dayHeight(day) }}
            >
              <DayHead day={day} today={today} onlyUnsaved={filter.unsavedOnly} onSave={saveDay} />
              {Array.from(view.rows.subarray(from, until), (row, index) => {
                const clip = clips.table.at(row);
                const camera = clips.table.cameras[clip.camera];
                const now = passing.get(clip.key);
                return (
                  <ClipRow
                    key={clip.key}
                    clipKey={clip.key}
                    ordinal={from + index + view.days.indexOf(day) + 2}
                    top={dayHeadHeight + (from + index - day.start) * rowHeight}
                    camera={camera?.name ?? ''}
                    cameraId={camera?.cameraId ?? null}
                    wallMs={clips.time.wallS(clip.camera, clip.recordedAtS) * 1000}
                    sizeKiB={clip.sizeKiB}
                    lengthMs={clip.lengthMs}
                    flags={clip.flags}
                    selected={selection.keys.has(clip.key)}
                    current={selection.current === clip.key}
                    hovered={hovered === clip.key}
                    arriving={now?.kind === 'arriving' ? (now.part ?? -1) : null}
                    failure={now?.kind === 'failed' ? now.problem : null}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
      <ClipMenu place={menu} onClose={() => setMenu(null)} />
    </div>
  );
}

/** Finds the clip whose row an event happened on. */
function useClipUnder(table: { rowOf: (key: ClipKey) => number | undefined }) {
  return (event: React.MouseEvent): ClipKey | null => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-clip]') : null;
    const key = Number(row?.dataset.clip) as ClipKey; // checked against the table below
    return row && table.rowOf(key) !== undefined ? key : null;
  };
}

function actionUnder(event: React.MouseEvent): RowActionName | null {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-does]') : null;
  const does = button?.dataset.does;
  return does === 'play' || does === 'save' || does === 'menu' ? does : null;
}
