// The frame's left: all clips, unsaved ones, and every system with its modules and cameras.
import './sidebar.css';
import { ArrowDownToLine, Film, House, ListChecks, Settings, Star } from 'lucide-react';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { ModuleSection } from './module-section.tsx';
import { NavItem } from './nav-item.tsx';
import { ToldList } from './told-list.tsx';
import { lastChecked, useSidebar } from './use-sidebar.ts';

export function Sidebar() {
  const { library, places, queue, formats } = useMessages();
  const { systems, counts, camera, shown, inQueue, queuePart, ...show } = useSidebar();
  const open = useApp((model) => model.open);
  const checking = useApp((model) => model.state?.checking ?? false);
  const checkedAt = useApp((model) => lastChecked(model.state));
  const single = systems.length === 1 ? systems[0] : undefined;

  return (
    <nav className="sidebar" aria-label={library.name}>
      <div className="head">
        <span className="ellipsis">{single?.name ?? library.allSystems}</span>
      </div>
      <div className="scroll">
        <ul className="nav-list">
          <NavItem
            picture={<Icon of={Film} />}
            name={library.allClips}
            count={formats.count(counts.total)}
            spoken={`${library.allClips}, ${formats.count(counts.total)}`}
            on={shown === 'all'}
            onPress={show.showAll}
          />
          <NavItem
            picture={<Icon of={ArrowDownToLine} />}
            name={library.unsaved}
            count={formats.count(counts.unsaved)}
            spoken={`${library.unsaved}, ${formats.count(counts.unsaved)}`}
            on={shown === 'unsaved'}
            onPress={show.showUnsaved}
          />
          <NavItem
            picture={<Icon of={Star} />}
            name={library.starredClips}
            count={formats.count(counts.starred)}
            spoken={`${library.starredClips}, ${formats.count(counts.starred)}`}
            on={shown === 'starred'}
            onPress={show.showStarred}
          />
          <NavItem
            picture={<Icon of={House} />}
            name={places.name('only-here')}
            count={formats.count(counts.onlyHere)}
            spoken={`${places.name('only-here')}, ${formats.count(counts.onlyHere)}`}
            on={shown === 'only-here'}
            onPress={show.showOnlyHere}
          />
          <NavItem
            picture={<Icon of={ListChecks} />}
            name={queue.name}
            count={queuePart === null ? '' : formats.percent(queuePart)}
            spoken={queue.spoken(queuePart)}
            on={inQueue}
            onPress={show.showQueue}
          />
        </ul>
        {systems.map((system) => (
          <div key={system.id}>
            {!single && <h2 className="system-name ellipsis">{system.name}</h2>}
            {system.modules.map((module) => (
              <ModuleSection
                key={module.id}
                module={module}
                chosen={inQueue ? null : camera}
                onChoose={show.showCamera}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="foot">
        <span>
          {checking ? library.checking : checkedAt === null ? library.notChecked : library.checkedAt(checkedAt)}
        </span>
        <span>
          <ToldList />
          <IconButton icon={Settings} name={library.openSettings} onPress={() => open('settings')} />
        </span>
      </div>
    </nav>
  );
}
