// What the pointer does in the list: choosing, playing, the actions of the hovered row, and the menu of a clip.
import { type MouseEvent, type PointerEvent, useState } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { useAppStore } from '../../store/context.tsx';
import { unsavedOf } from '../library/unsaved-of.ts';
import type { MenuPlace } from './clip-menu.tsx';
import { type RowActionName, rowId } from './clip-row.tsx';
import { clipUnder } from './clip-under.ts';

/** One listener of each kind on the list serves all rows. */
export function useRowEvents() {
  const { getState } = useAppStore();
  const [hovered, setHovered] = useState<ClipKey | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);

  const onClick = (event: MouseEvent) => {
    const model = getState();
    const key = clipUnder(event, model);
    if (key === null) return;
    switch (actionUnder(event)) {
      case 'play':
        model.play(key);
        break;
      case 'save': {
        const { keys, title } = unsavedOf(model.clips, [key]);
        model.save(keys, title);
        break;
      }
      case 'tick':
        model.select(key, 'toggle');
        break;
      case 'star':
        model.toggleStar([key]);
        break;
      case 'menu':
        setMenu({ key, x: event.clientX, y: event.clientY });
        break;
      case null:
        model.select(key, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const model = getState();
    const key = clipUnder(event, model);
    if (key !== null && actionUnder(event) === null) model.play(key);
  };

  const onContextMenu = (event: MouseEvent) => {
    const model = getState();
    const key = clipUnder(event, model) ?? model.selection.current;
    if (key === null) return;
    event.preventDefault();
    if (!model.selection.keys.has(key)) model.select(key, 'only');
    // Shift+F10 comes without a pointer: the menu then opens at the current row.
    const row = event.clientX === 0 && event.clientY === 0 ? document.getElementById(rowId(key)) : null;
    const box = row?.getBoundingClientRect();
    setMenu({ key, x: box ? box.left + 80 : event.clientX, y: box ? box.bottom : event.clientY });
  };

  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') setHovered(clipUnder(event, getState()));
  };

  return {
    hovered,
    menu,
    closeMenu: () => setMenu(null),
    listeners: { onClick, onDoubleClick, onContextMenu, onPointerMove, onPointerLeave: () => setHovered(null) },
  };
}

function actionUnder(event: MouseEvent): RowActionName | null {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-does]') : null;
  const does = button?.dataset.does;
  return does === 'play' || does === 'save' || does === 'star' || does === 'tick' || does === 'menu' ? does : null;
}
