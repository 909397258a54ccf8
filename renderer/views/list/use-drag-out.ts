// Dragging clips out of the window: what is on no disk yet is fetched while the hand holds it.
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import type { AppModel } from '../../store/app-model.ts';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useAppStore } from '../../store/context.tsx';
import { drawDragPicture } from '../posters/draw-drag-picture.ts';
import { clipUnder } from './clip-under.ts';

/** Clips that are held and not all here yet; the place is the pointer's, in the window. */
export interface HeldClips {
  readonly missing: number;
  readonly x: number;
  readonly y: number;
}

export function useDragOut() {
  const { getState } = useAppStore();
  const [held, setHeld] = useState<HeldClips | null>(null);
  const hold = useRef<AbortController | null>(null);

  const letGo = () => {
    hold.current?.abort();
    hold.current = null;
    setHeld(null);
  };
  useEffect(() => () => hold.current?.abort(), []);

  const onDragStart = async (event: DragEvent) => {
    event.preventDefault(); // the page's own drag would carry no files
    const model = getState();
    const key = clipUnder(event, model);
    if (key === null) return;
    if (!model.selection.keys.has(key)) model.select(key, 'only');
    const keys = inOrder(getState());

    letGo();
    const over = new AbortController();
    hold.current = over;
    const follow = ({ clientX, clientY }: MouseEvent) =>
      setHeld((before) => before && { ...before, x: clientX, y: clientY });
    window.addEventListener('pointermove', follow, { signal: over.signal });
    for (const end of ['pointerup', 'blur', 'keydown']) window.addEventListener(end, letGo, { signal: over.signal });

    const place = { x: event.clientX, y: event.clientY };
    const picture = drawDragPicture(picturesOf(model, keys), keys.length);
    const ready = await model.readyToDrag(keys, (missing) => !over.signal.aborted && setHeld({ missing, ...place }));
    const drawn = await picture;
    if (!ready || over.signal.aborted) return;
    letGo();
    model.drag(drawn);
  };
  return { held, onDragStart };
}

/** As the list shows them, so that the uppermost picture is that of the first. */
function inOrder({ selection, view, clips: { table } }: AppModel): readonly ClipKey[] {
  const shown = Array.from(view.rows, (row) => table.at(row).key).filter((key) => selection.keys.has(key));
  return [...new Set([...shown, ...selection.keys])];
}

function picturesOf({ clips: { table } }: AppModel, keys: readonly ClipKey[]): readonly string[] {
  return keys.slice(0, 3).flatMap((key) => {
    const clip = table.clip(key);
    if (!clip) return [];
    if (clip.flags & ClipFlag.poster) return [posterUrl(key)];
    const camera = table.cameras[clip.camera]?.cameraId ?? null;
    return camera === null ? [] : [cameraUrl(camera)];
  });
}
