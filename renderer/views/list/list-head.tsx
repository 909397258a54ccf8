// Over the list: searching, filters, how many clips are shown, saving all of them, looking for new ones.
import './list-head.css';
import { RefreshCw, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { noFilter, toBeSaved, unsavedKeys } from '../../store/list-view.ts';
import { useLibraryKeys } from '../library/library-key.ts';
import { useLayout } from '../use-layout.ts';
import { FilterBar } from './filter-bar.tsx';
import { HeatStrip } from './heat-strip.tsx';
import { SearchField } from './search-field.tsx';
import { useFilterWords } from './use-filter-words.ts';
import { useSetFilters } from './use-set-filters.ts';
import { ViewSwitch } from './view-switch.tsx';

export function ListHead() {
  const { library } = useMessages();
  const small = useLayout() === 'small';
  const isSearched = useApp((model) => model.filter.search !== null);
  const hasClips = useApp((model) => model.clips.counts.total > 0);
  const checking = useApp((model) => model.state?.checking ?? false);
  const signedIn = useApp((model) => model.state?.session.kind === 'signed-in');
  const checkForClips = useApp((model) => model.checkForClips);
  const title = useTitle();
  const [asked, setAsked] = useState(false);
  useLibraryKeys(useMemo(() => (small ? { '/': () => setAsked(true) } : {}), [small]));
  const searching = !small || asked || isSearched;

  return (
    <>
      <header className="list-head">
        <h1 className="only-spoken">{title}</h1>
        {hasClips && searching && <SearchField autoFocus={small && asked} onLeftEmpty={() => setAsked(false)} />}
        {hasClips && !searching && <IconButton icon={Search} name={library.search} onPress={() => setAsked(true)} />}
        {small && hasClips && !asked && <FilterBar />}
        <span className="grow" />
        {!small && hasClips && <SaveShown />}
        {hasClips && <ViewSwitch />}
        <IconButton
          icon={RefreshCw}
          name={checking ? library.checking : library.checkNow}
          look={checking ? 'checking' : ''}
          isDisabled={checking || !signedIn}
          onPress={checkForClips}
        />
      </header>
      {!small && hasClips && (
        <div className="list-top">
          <div className="filter-row">
            <FilterBar />
            <Shown />
          </div>
          <HeatStrip />
        </div>
      )}
    </>
  );
}

/** What the list is a view of. */
function useTitle(): string {
  const { library } = useMessages();
  const wordsOf = useFilterWords();
  const { camera, starredOnly, place } = useSetFilters();
  if (camera !== null) return wordsOf({ ...noFilter, camera }, 'camera');
  if (starredOnly) return wordsOf({ ...noFilter, starredOnly }, 'starredOnly');
  return place === null ? library.allClips : wordsOf({ ...noFilter, place }, 'place');
}

/** How many clips are shown. */
function Shown() {
  const { library } = useMessages();
  const total = useApp((model) => model.view.rows.length);
  return <span className="total ellipsis">{library.clips(total)}</span>;
}

/** Saves those of the shown clips that are not saved, and says how many it leaves out. */
function SaveShown() {
  const { library } = useMessages();
  const store = useAppStore();
  const toSave = useApp(({ view }) => view.days.reduce((sum, day) => sum + toBeSaved(day), 0));
  const leftOut = useApp(({ view }) => view.leftOut);
  const saveAll = () => {
    const { clips, view, save } = store.getState();
    const isWhole = view.unsaved === clips.counts.unsaved;
    save(unsavedKeys(clips.table, view), isWhole ? { kind: 'all' } : { kind: 'selection' });
  };
  return (
    <>
      {leftOut > 0 && <span className="left-out ellipsis">{library.leftOut(leftOut)}</span>}
      {toSave > 0 && (
        <Button look="link" size="small" aria-label={library.saveAllName(toSave)} onPress={saveAll}>
          {library.saveAll(toSave)}
        </Button>
      )}
    </>
  );
}
