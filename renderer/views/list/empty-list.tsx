// The list without clips: nothing recorded, nothing matching, all saved, being read, or a problem in its way.
import './empty-list.css';
import { CircleCheck, FilterX, Inbox } from 'lucide-react';
import { useMemo } from 'react';
import type { ProblemKind } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import type { ListState } from '../../store/list-state.ts';
import { noFilter } from '../../store/list-view.ts';
import { relaxed, setParts } from '../../store/relaxed.ts';
import { ImportButton } from '../import/import-button.tsx';
import { DetailsOf } from './details-of.tsx';
import { problemIcon } from './problem-icon.ts';
import { useFilterWords } from './use-filter-words.ts';

/** Where the drive may be in the person's hand. */
const carriedAway: readonly ProblemKind[] = ['drive-missing', 'module-offline', 'drive-unformatted'];

export function EmptyList({ state }: { state: Exclude<ListState, { kind: 'clips' }> }) {
  const { library, problems } = useMessages();
  const { getState } = useAppStore();
  const folderReady = useApp((model) => model.state?.folder.kind === 'ready');
  const goesOn = useApp((model) => (model.state?.settings.autoSave ?? null) !== null);
  switch (state.kind) {
    case 'reading':
      return <Reading />;
    case 'problem': {
      const { title, text, action } = problems.text(state.problem);
      return (
        <EmptyState icon={problemIcon(state.problem.kind)} level="warn" title={title} text={text}>
          {action && (
            <Button look="primary" onPress={() => getState().act(action.does)}>
              {action.label}
            </Button>
          )}
          {carriedAway.includes(state.problem.kind) && <ImportButton />}
          <DetailsOf problem={state.problem} />
        </EmptyState>
      );
    }
    case 'no-clips':
      return (
        <EmptyState icon={Inbox} {...library.empty.noClips}>
          <Button look="primary" onPress={() => getState().checkForClips()}>
            {library.checkNow}
          </Button>
          <ImportButton />
        </EmptyState>
      );
    case 'everything-saved':
      return (
        <EmptyState icon={CircleCheck} {...library.empty.everythingSaved(state.saved, goesOn)}>
          {folderReady && <Button onPress={() => getState().showFolder()}>{library.empty.openFolder}</Button>}
        </EmptyState>
      );
    case 'nothing-matches':
      return <NothingMatches />;
  }
}

/** Says what is asked for, and which part of it to leave out so that something is found. */
function NothingMatches() {
  const { title, text, show, clear } = useMessages().library.empty.nothingMatches;
  const clips = useApp((model) => model.clips);
  const filter = useApp((model) => model.filter);
  const setFilter = useApp((model) => model.setFilter);
  const wordsOf = useFilterWords();
  const way = useMemo(() => relaxed(clips, filter), [clips, filter]);
  const parts = setParts(filter).map((part) => wordsOf(filter, part));
  return (
    <EmptyState
      icon={FilterX}
      title={title}
      text={text(parts, way && { without: wordsOf(filter, way.without), total: way.total })}
    >
      {way && (
        <Button look="primary" onPress={() => setFilter(way.filter)}>
          {show(way.total)}
        </Button>
      )}
      <Button look={way ? 'normal' : 'primary'} onPress={() => setFilter(noFilter)}>
        {clear}
      </Button>
    </EmptyState>
  );
}

/** The shape of the list to come, while a drive is read for the first time. */
function Reading() {
  const { title, text } = useMessages().library.empty.reading;
  return (
    <div className="reading" aria-busy="true">
      <div className="rows" aria-hidden="true">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
          <div className="row" key={row}>
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
      <p className="under" role="status">
        <PlaceMark of="busy" size={18} turning />
        <span>
          <b>{title}</b>
          <small>{text}</small>
        </span>
      </p>
    </div>
  );
}
