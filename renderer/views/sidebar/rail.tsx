// The sidebar where there is little room: the same places as pictures with tooltips, cameras in a menu.
import './rail.css';
import { ArrowDownToLine, Cctv, Film, House, ListChecks, Settings, Star } from 'lucide-react';
import type { CameraIndex } from '../../../preload/contract.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { CameraMenu } from './camera-menu.tsx';
import { ToldList } from './told-list.tsx';
import { useSidebar } from './use-sidebar.ts';

export function Rail() {
  const { library, places, queue } = useMessages();
  const { systems, camera, shown, inQueue, queuePart, ...show } = useSidebar();
  const open = useApp((model) => model.open);
  const name = systems.length === 1 ? (systems[0]?.name ?? '') : library.allSystems;
  const on = (yes: boolean) => (yes ? 'on' : '');

  return (
    <nav className="rail" aria-label={library.name}>
      <span className="system" role="img" aria-label={name} title={name}>
        {name.slice(0, 1)}
      </span>
      <IconButton icon={Film} name={library.allClips} look={on(shown === 'all')} onPress={show.showAll} />
      <IconButton
        icon={ArrowDownToLine}
        name={library.unsaved}
        look={on(shown === 'unsaved')}
        onPress={show.showUnsaved}
      />
      <IconButton icon={Star} name={library.starredClips} look={on(shown === 'starred')} onPress={show.showStarred} />
      <IconButton
        icon={House}
        name={places.name('only-here')}
        look={on(shown === 'only-here')}
        onPress={show.showOnlyHere}
      />
      <IconButton icon={ListChecks} name={queue.spoken(queuePart)} look={on(inQueue)} onPress={show.showQueue} />
      <CameraMenu
        button={<IconButton icon={Cctv} name={library.cameras} look={on(camera !== null && !inQueue)} />}
        placement="end top"
        onChoose={(camera: CameraIndex | null) => (camera === null ? show.showAll() : show.showCamera(camera))}
      />
      <span className="foot">
        <ToldList />
        <IconButton icon={Settings} name={library.openSettings} onPress={() => open('settings')} />
      </span>
    </nav>
  );
}
