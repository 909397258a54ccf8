// What can be done with one clip, at the pointer or at its row.
import {
  ArrowDownToLine,
  CircleMinus,
  Copy,
  ExternalLink,
  Eye,
  FolderInput,
  FolderOpen,
  Play,
  ScrollText,
  Star,
  Trash2,
} from 'lucide-react';
import { useRef } from 'react';
import { Menu, Popover, Separator } from 'react-aria-components';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import { Icon } from '../../components/icon.tsx';
import { MenuItem } from '../../components/menu.tsx';
import { canBeSaved } from '../../store/clip-table.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { unsavedOf } from '../library/unsaved-of.ts';

export interface MenuPlace {
  readonly key: ClipKey;
  /** In the window, in pixels. */
  readonly x: number;
  readonly y: number;
}

export function ClipMenu({ place, onClose }: { place: MenuPlace | null; onClose: () => void }) {
  const { library, deleting, story } = useMessages();
  const mayDelete = useApp((model) => model.state?.settings.deleteFromDrive ?? false);
  const store = useAppStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const flags = place ? (store.getState().clips.table.clip(place.key)?.flags ?? 0) : 0;
  const canBeHad = (flags & (ClipFlag.saved | ClipFlag.cached | ClipFlag.onDrive)) !== 0;
  const starred = (flags & ClipFlag.starred) !== 0;
  const seen = (flags & ClipFlag.seen) !== 0;
  const excluded = (flags & ClipFlag.excluded) !== 0;
  const onDisk = (flags & (ClipFlag.saved | ClipFlag.cached)) !== 0;

  const act = (id: string) => {
    const model = store.getState();
    if (!place) return;
    if (id === 'play') model.play(place.key);
    if (id === 'star') model.toggleStar([place.key]);
    if (id === 'seen') model.toggleSeen([place.key]);
    // Where several are chosen, and this is one of them, these mean all.
    const { keys: chosen } = model.selection;
    const meant = chosen.has(place.key) ? [...chosen] : [place.key];
    if (id === 'exclude') model.toggleExcluded(meant);
    if (id === 'explain') model.explain(place.key);
    if (id === 'delete') model.askToDelete(meant);
    if (id === 'copy') model.copyFile(place.key);
    if (id === 'show') model.showClipInFolder(place.key);
    if (id === 'open') model.openClipInSystemPlayer(place.key);
    if (id === 'save' || id === 'save-elsewhere') {
      const { keys, title } = unsavedOf(model.clips, [place.key]);
      if (id === 'save') model.save(keys, title);
      else model.saveElsewhere(keys, title);
    }
  };

  return (
    <>
      <span
        ref={anchor}
        style={{ position: 'fixed', insetInlineStart: place?.x ?? 0, insetBlockStart: place?.y ?? 0 }}
      />
      <Popover
        className="menu-frame"
        aria-label={library.more}
        triggerRef={anchor}
        isOpen={place !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="right top" // beside the pointer, and moved up where it would not fit below
        offset={0}
      >
        <Menu
          className="menu"
          aria-label={library.more}
          autoFocus="first"
          onAction={(id) => act(String(id))}
          onClose={onClose}
        >
          <MenuItem id="play" textValue={library.play}>
            <Icon of={Play} />
            {library.play}
            <kbd>Space</kbd>
          </MenuItem>
          <MenuItem
            id="save"
            textValue={library.save}
            isDisabled={!canBeSaved(flags) || (flags & ClipFlag.queued) !== 0}
          >
            <Icon of={ArrowDownToLine} />
            {library.save}
            <kbd>S</kbd>
          </MenuItem>
          <MenuItem
            id="save-elsewhere"
            textValue={library.saveElsewhere}
            isDisabled={!canBeSaved(flags) || (flags & ClipFlag.queued) !== 0}
          >
            <Icon of={FolderInput} />
            {library.saveElsewhere}
            <kbd>Shift+S</kbd>
          </MenuItem>
          <MenuItem id="copy" textValue={library.copyFile} isDisabled={!canBeHad}>
            <Icon of={Copy} />
            {library.copyFile}
            <kbd>C</kbd>
          </MenuItem>
          <MenuItem id="show" textValue={library.showInFolder} isDisabled={!(flags & ClipFlag.saved)}>
            <Icon of={FolderOpen} />
            {library.showInFolder}
          </MenuItem>
          <MenuItem id="star" textValue={starred ? library.unstar : library.star}>
            <Icon of={Star} />
            {starred ? library.unstar : library.star}
            <kbd>F</kbd>
          </MenuItem>
          <MenuItem id="seen" textValue={seen ? library.markNew : library.markSeen}>
            <Icon of={Eye} />
            {seen ? library.markNew : library.markSeen}
            <kbd>V</kbd>
          </MenuItem>
          <MenuItem id="open" textValue={library.openInSystemPlayer} isDisabled={!onDisk}>
            <Icon of={ExternalLink} />
            {library.openInSystemPlayer}
          </MenuItem>
          <MenuItem id="exclude" textValue={excluded ? library.include : library.exclude}>
            <Icon of={CircleMinus} />
            {excluded ? library.include : library.exclude}
          </MenuItem>
          <MenuItem id="explain" textValue={story.menu}>
            <Icon of={ScrollText} />
            {story.menu}
          </MenuItem>
          {mayDelete && <Separator className="menu-line" />}
          {mayDelete && (
            <MenuItem id="delete" isDangerous textValue={deleting.menu} isDisabled={!(flags & ClipFlag.onDrive)}>
              <Icon of={Trash2} />
              {deleting.menu}
              <kbd>D</kbd>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </>
  );
}
