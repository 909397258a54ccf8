// Says aloud what eyes see change: how many clips, how many chosen, how far a job is.
import { useEffect, useState } from 'react';
import { useApp, useMessages } from '../../store/context.tsx';
import { jobModel } from '../../store/job-model.ts';

const pauseMs = 10_000;

export function Announcements() {
  const { library, jobs, deleting } = useMessages();
  const list = useApp(({ view }) => library.spokenList(view.rows.length, view.fresh));
  const chosen = useApp(({ selection }) => (selection.keys.size > 1 ? library.selected(selection.keys.size) : ''));
  const job = useApp(({ state }) => {
    const model = state && jobModel(state);
    return model ? jobs.spoken(model.job.saved, model.job.total) : '';
  });
  const deletion = useApp(({ state }) => {
    const shown = state?.deletion;
    return !shown ? '' : shown.state === 'running' ? deleting.done(shown) : deleting.ended(shown);
  });
  return (
    // Four of them: a status is read as a whole when a part of it changes.
    <div className="only-spoken">
      <p role="status">{useCalm(list)}</p>
      <p role="status">{chosen}</p>
      <p role="status">{useCalm(job)}</p>
      <p role="status">{useCalm(deletion)}</p>
    </div>
  );
}

/** The words as they were up to ten seconds ago, so that a busy job does not talk without end. */
function useCalm(words: string): string {
  const [spoken, setSpoken] = useState({ words, atMs: 0 });
  useEffect(() => {
    if (words === spoken.words) return;
    const wait = Math.max(0, spoken.atMs + pauseMs - Date.now());
    const timer = setTimeout(() => setSpoken({ words, atMs: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [words, spoken]);
  return spoken.words;
}
