// What is known of the clip in the player, and what can be done with it.
import './clip-about.css';
import { Copy, ExternalLink, FolderOpen, Star } from 'lucide-react';
import { ClipFlag } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { placeOf } from '../../messages/index.ts';
import { type Clip, canBeSaved } from '../../store/clip-table.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { SaveButton } from '../jobs/save-button.tsx';
import { unsavedOf } from '../library/unsaved-of.ts';
import { useMinute } from '../use-minute.ts';
import { ClipFactList } from './clip-fact-list.tsx';
import { DayOfClip } from './day-of-clip.tsx';

export function ClipAbout({ clip }: { clip: Clip }) {
  const { player, places, problems, library } = useMessages();
  const store = useAppStore();
  const clips = useApp((model) => model.clips);
  const systems = useApp((model) => model.state?.systems);
  const manyChosen = useApp((model) => model.selection.keys.size > 1);
  const failure = useApp(({ state }) => state?.failed.find((each) => each.key === clip.key)?.problem ?? null);
  const nowMs = clips.time.wallS(clip.camera, Math.floor(useMinute() / 1000)) * 1000;
  const camera = clips.table.cameras[clip.camera];
  const module = systems?.flatMap((system) => system.modules).find((each) => each.id === camera?.moduleId);
  const place = placeOf(clip.flags);
  const queued = (clip.flags & ClipFlag.queued) !== 0;
  const starred = (clip.flags & ClipFlag.starred) !== 0;
  const onDisk = (clip.flags & (ClipFlag.saved | ClipFlag.cached)) !== 0;
  const failed = failure !== null && !(clip.flags & ClipFlag.saved);

  return (
    <>
      <section className="clip-about">
        <header>
          <h2>{camera?.name}</h2>
          <IconButton
            icon={Star}
            name={starred ? library.unstar : library.star}
            shortcut="F"
            look={starred ? 'starred' : ''}
            onPress={() => store.getState().toggleStar([clip.key])}
          />
        </header>
        <p className="when">{player.recordedAt(clips.time.wallS(clip.camera, clip.recordedAtS) * 1000, nowMs)}</p>
        <p className={failed ? 'where bad' : 'where'}>
          <PlaceMark of={failed ? 'failed' : place} />
          {failed ? problems.text(failure).title : places.sentence(place, module?.name ?? library.drive)}
        </p>
      </section>
      <div className="clip-actions">
        {canBeSaved(clip.flags) && queued && (
          <Button grow isDisabled>
            <PlaceMark of="busy" />
            {places.waiting}
          </Button>
        )}
        {canBeSaved(clip.flags) && !queued && (
          <SaveButton
            look={manyChosen ? 'normal' : 'primary'}
            grow
            label={player.save}
            toSave={() => unsavedOf(clips, [clip.key])}
          />
        )}
        {(clip.flags & ClipFlag.saved) !== 0 && (
          <Button grow onPress={() => store.getState().showClipInFolder(clip.key)}>
            <Icon of={FolderOpen} />
            {player.showInFolder}
          </Button>
        )}
        {onDisk && (
          <IconButton
            icon={Copy}
            name={library.copyFile}
            shortcut="C"
            onPress={() => store.getState().copyFile(clip.key)}
          />
        )}
        {onDisk && (
          <IconButton
            icon={ExternalLink}
            name={player.openInSystemPlayer}
            onPress={() => store.getState().openClipInSystemPlayer(clip.key)}
          />
        )}
      </div>
      <DayOfClip clip={clip} nowMs={nowMs} />
      <ClipFactList clip={clip} />
    </>
  );
}
