// The foot of the window while clips are deleted from the drive, and until the person has seen what came of it.
import '../jobs/job-bar.css';
import './deletion-bar.css';
import { CircleCheck, Trash2, TriangleAlert, X } from 'lucide-react';
import type { Deletion } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';

export function DeletionBar() {
  const deletion = useApp((model) => model.state?.deletion ?? null);
  if (!deletion) return null;
  return deletion.state === 'running' ? <Running deletion={deletion} /> : <Ended deletion={deletion} />;
}

function Running({ deletion }: { deletion: Deletion }) {
  const { deleting: words, problems } = useMessages();
  const { getState } = useAppStore();
  const { total, deleted, unsettled, problem, stoppedBy } = deletion;
  const settled = total - unsettled - deletion.kept.reduce((sum, { clips }) => sum + clips, 0);
  const fact = problem ? problems.text(problem).title : settled === deleted && unsettled > 0 ? words.waits : '';
  return (
    <section className="job-bar deletion-bar" aria-label={words.name}>
      <Icon of={Trash2} />
      <span className="words ellipsis">
        <b>{words.done(deletion)}</b>
        <span className="rate">{fact}</span>
      </span>
      <ProgressBar
        name={words.done(deletion)}
        done={total === 0 ? null : deleted / total}
        arriving={total === 0 ? 0 : unsettled / total}
      />
      {stoppedBy === null && (
        <Button look="link" onPress={() => getState().stopDeleting()}>
          {words.stop}
        </Button>
      )}
    </section>
  );
}

function Ended({ deletion }: { deletion: Deletion }) {
  const { deleting: words } = useMessages();
  const { getState } = useAppStore();
  const isFine = deletion.kept.length === 0 && deletion.stoppedBy === null;
  const rest = deletion.kept.map(({ why, clips }) => words.why(why, clips)).join(' · ');
  return (
    <section
      className={isFine ? 'job-bar deletion-bar done' : 'job-bar deletion-bar partly-done'}
      aria-label={words.name}
    >
      <Icon of={isFine ? CircleCheck : TriangleAlert} />
      <span className="words grow" title={rest}>
        <b>{words.ended(deletion)}</b>
        {deletion.stoppedBy === 'stranger' && <span className="bad">{words.stranger}</span>}
        <span className="rate">{rest}</span>
      </span>
      <IconButton icon={X} name={words.dismiss} onPress={() => getState().dismissDeletion()} />
    </section>
  );
}
