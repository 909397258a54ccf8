// A job that has ended: what came of it, and what can be done about the rest.
import { CircleCheck, CircleSlash, TriangleAlert, X } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import type { JobModel } from '../../store/job-model.ts';
import { useLayout } from '../use-layout.ts';

export function EndedJob({ model: { job, kind } }: { model: JobModel }) {
  const { jobs, queue } = useMessages();
  const small = useLayout() === 'small';
  const retryFailed = useApp((app) => app.retryFailed);
  const showFolder = useApp((app) => app.showFolder);
  const undoCancelJob = useApp((app) => app.undoCancelJob);
  const dismissJob = useApp((app) => app.dismissJob);
  return (
    <section className={`job-bar ${kind}`} aria-label={jobs.name}>
      <Icon of={kind === 'partly-done' ? TriangleAlert : kind === 'cancelled' ? CircleSlash : CircleCheck} />
      <span className="words grow ellipsis">
        <b>{summary(jobs, job, kind)}</b>
        {kind === 'partly-done' ? (
          <span className="bad">{jobs.couldNot(job.failed)}</span>
        ) : (
          !small && <span className="rate">{jobs.title(job.title)}</span>
        )}
      </span>
      {kind === 'partly-done' && <Button onPress={() => retryFailed(job.id)}>{jobs.tryAgain}</Button>}
      {kind === 'cancelled' && <Button onPress={() => undoCancelJob(job.id)}>{queue.undo}</Button>}
      {job.saved > 0 && !(small && kind === 'partly-done') && (
        <Button look="link" onPress={showFolder}>
          {jobs.showFolder}
        </Button>
      )}
      <IconButton icon={X} name={jobs.dismiss} onPress={() => dismissJob(job.id)} />
    </section>
  );
}

type JobWords = ReturnType<typeof useMessages>['jobs'];

function summary(jobs: JobWords, job: JobModel['job'], kind: JobModel['kind']): string {
  if (kind === 'cancelled') return jobs.cancelled(job.saved, job.total);
  if (kind === 'partly-done') return jobs.partlyDone(job.saved, job.total);
  return job.saved > 0 ? jobs.done(job.saved, job.bytes) : jobs.nothingToSave;
}
