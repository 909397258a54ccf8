// The middle of the window: head, banner, the list or why there is none, and the selection bar.
import { memo, useMemo } from 'react';
import { useApp } from '../../store/context.tsx';
import { listState } from '../../store/list-state.ts';
import { Toasts } from '../library/toasts.tsx';
import { ClipList } from './clip-list.tsx';
import { EmptyList } from './empty-list.tsx';
import { ListHead } from './list-head.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** They know for themselves when to be drawn again: not with every key that narrows the list. */
const [Head, TheBanner, TheSelection] = [memo(ListHead), memo(ProblemBanner), memo(SelectionBar)];

export function ListPane() {
  const state = useApp((model) => model.state);
  const clips = useApp((model) => model.clips);
  const view = useApp((model) => model.view);
  const filter = useApp((model) => model.filter);
  const shown = useMemo(
    () => (state ? listState({ state, known: clips.known, counts: clips.counts, view, filter }) : null),
    [state, clips, view, filter],
  );
  if (!shown) return null;
  return (
    <main className="main">
      <Head />
      {shown.kind !== 'problem' && <TheBanner />}
      {shown.kind === 'clips' ? <ClipList /> : <EmptyList state={shown} />}
      <TheSelection />
      <Toasts />
    </main>
  );
}
