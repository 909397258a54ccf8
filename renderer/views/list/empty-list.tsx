// The list without clips: nothing recorded, nothing matching, all saved, being read, or a problem in its way.
import './empty-list.css';
import { CircleCheck, FilterX, Inbox } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import type { ListState } from '../../store/list-state.ts';
import { noFilter } from '../../store/list-view.ts';
import { DetailsOf } from './details-of.tsx';
import { problemIcon } from './problem-icon.ts';

export function EmptyList({ state }: { state: Exclude<ListState, { kind: 'clips' }> }) {
  const { library, problems } = useMessages();
  const { getState } = useAppStore();
  const folderReady = useApp((model) => model.state?.folder.kind === 'ready');
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
        </EmptyState>
      );
    case 'everything-saved':
      return (
        <EmptyState icon={CircleCheck} {...library.empty.everythingSaved(state.saved)}>
          {folderReady && <Button onPress={() => getState().showFolder()}>{library.empty.openFolder}</Button>}
        </EmptyState>
      );
    case 'nothing-matches': {
      const { title, text, clear } = library.empty.nothingMatches;
      return (
        <EmptyState icon={FilterX} title={title} text={text}>
          <Button look="primary" onPress={() => getState().setFilter(noFilter)}>
            {clear}
          </Button>
        </EmptyState>
      );
    }
  }
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
