// The library: sidebar, list, player and job bar, and the dialogs over them.
import './library.css';
import { useEffect } from 'react';
import { useApp, useAppStore } from '../../store/context.tsx';
import { keyAt } from '../../store/list-view.ts';
import { ForgetDialog } from '../account/forget-dialog.tsx';
import { SignOutDialog } from '../account/sign-out-dialog.tsx';
import { DeleteDialog } from '../deleting/delete-dialog.tsx';
import { DeletionBar } from '../deleting/deletion-bar.tsx';
import { ImportDialog } from '../import/import-dialog.tsx';
import { FolderDialog } from '../jobs/folder-dialog.tsx';
import { JobBar } from '../jobs/job-bar.tsx';
import { ListPane } from '../list/list-pane.tsx';
import { PlayerPane } from '../player/player-pane.tsx';
import { QueuePane } from '../queue/queue-pane.tsx';
import { SettingsView } from '../settings/settings-view.tsx';
import { Rail } from '../sidebar/rail.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { StoryDialog } from '../story/story-dialog.tsx';
import { useLayout } from '../use-layout.ts';
import { Announcements } from './announcements.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useKeys } from './use-keys.ts';
import { useNoDrops } from './use-no-drops.ts';

export function Library() {
  const layout = useLayout();
  const isGrid = useApp((model) => model.state?.settings.clipsAs === 'grid');
  const canClose = isGrid || layout === 'small';
  const page = useApp((model) => model.page);
  const hasChosen = useApp((model) => model.selection.current !== null && (!canClose || model.playerOpen));
  const dialog = useApp((model) => model.dialog);
  const open = useApp((model) => model.open);
  const hasPlayer = page === 'library' && hasChosen;
  useKeys();
  useNoDrops();
  useFirstClipChosen(!canClose);

  return (
    <div className="library">
      {layout === 'wide' ? <Sidebar /> : <Rail />}
      {page === 'queue' ? <QueuePane /> : <ListPane />}
      {hasPlayer && <PlayerPane canClose={canClose} />}
      <DeletionBar />
      {page === 'library' && <JobBar />}
      {dialog === 'settings' && <SettingsView />}
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'folder' && <FolderDialog />}
      {dialog === 'import' && <ImportDialog onClose={() => open(null)} />}
      {dialog === 'sign-out' && <SignOutDialog />}
      {dialog === 'forget' && <ForgetDialog />}
      {dialog === 'delete' && <DeleteDialog />}
      {dialog === 'story' && <StoryDialog />}
      <Announcements />
    </div>
  );
}

/** As in a mail client, the newest clip is chosen when nothing is; not where the player would cover the list. */
function useFirstClipChosen(wanted: boolean): void {
  const store = useAppStore();
  const hasClips = useApp((model) => model.view.rows.length > 0);
  useEffect(() => {
    const { selection, clips, view, select } = store.getState();
    const first = keyAt(clips.table, view, 0);
    if (wanted && hasClips && selection.current === null && first !== null) select(first, 'only');
  }, [store, wanted, hasClips]);
}
