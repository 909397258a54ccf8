// One job: how far it is, what holds it, what can be done about it, and the clips that matter now.
import type { ReactNode } from 'react';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { isOpen } from '../../store/job-model.ts';
import type { QueueJob } from '../../store/queue-model.ts';
import { ClipLines } from './clip-lines.tsx';
import { JobActions } from './job-actions.tsx';

interface JobCardProps {
  readonly model: QueueJob;
  readonly nowMs: number;
}

export function JobCard({ model, nowMs }: JobCardProps) {
  const { jobs } = useMessages();
  const { job } = model;
  const title = jobs.title(job.title);
  return (
    <section className="sheet" aria-label={title}>
      <div className="job-card">
        <div className="top">
          <div className="grow">
            <h2>
              {title} <Tag {...{ model, nowMs }} />
            </h2>
            <p className="sub">
              <Subtitle {...{ model, nowMs }} />
            </p>
          </div>
          <JobActions model={model} />
        </div>
        {isOpen(job) && (
          <ProgressBar
            name={jobs.spoken(job.saved, job.total)}
            done={model.savedPart}
            arriving={model.arrivingPart}
            failed={model.failedPart}
            isPaused={job.state === 'paused'}
          />
        )}
        {job.state !== 'paused' && isOpen(job) && <Figures {...{ model, nowMs }} />}
      </div>
      <ClipLines lines={model.clips} more={model.moreFailed} nowMs={nowMs} />
    </section>
  );
}

function Tag({ model: { job }, nowMs }: JobCardProps): ReactNode {
  const { queue, jobs } = useMessages();
  const pauseOfAll = useApp((app) => app.state?.pause ?? null);
  const pause = job.pause ?? pauseOfAll;
  if (job.state === 'cancelled') return <span className="tag">{queue.cancelled}</span>;
  if (isOpen(job) && job.problem) return <span className="tag warn">{queue.waits}</span>;
  if (isOpen(job) && job.hoursFromMs !== null)
    return <span className="tag">{queue.waitsUntil(job.hoursFromMs, nowMs)}</span>;
  if (job.state === 'paused' && pause) return <span className="tag">{queue.paused(pause.untilMs, nowMs)}</span>;
  if (job.state === 'finishing') return <span className="tag">{jobs.finishing}</span>;
  return job.failed > 0 ? <span className="tag error">{queue.couldNot(job.failed)}</span> : null;
}

function Subtitle({ model: { job }, nowMs }: JobCardProps): ReactNode {
  const { queue, problems } = useMessages();
  const saved = queue.savedOf(job.saved, job.total);
  const counts = `${saved.strong}${saved.rest}`;
  const facts = !isOpen(job)
    ? [counts, job.endedAtMs !== null && queue.ended(job.endedAtMs, nowMs)]
    : job.problem
      ? [problems.text(job.problem).title]
      : job.state === 'paused'
        ? [counts, job.timeLeftMs !== null && queue.onceItGoesOn(job.timeLeftMs)]
        : [queue.started(job.startedAtMs, nowMs), job.folderPath !== null && queue.to(shortPath(job.folderPath))];
  return facts.filter(Boolean).join(' · ');
}

/** The last two names of a path are enough to know a folder by. */
const shortPath = (path: string) => path.split(/[\\/]/).slice(-2).join('/');

function Figures({ model, nowMs }: JobCardProps) {
  const { queue, jobs } = useMessages();
  const { job, totalBytes, beingRetried } = model;
  return (
    <p className="figures">
      <Figure {...queue.savedOf(job.saved, job.total)} />
      <Figure {...queue.bytesOf(job.bytes, totalBytes)} />
      {beingRetried > 0 && <Figure {...queue.toTryAgain(beingRetried)} />}
      {job.lacksBytes !== null && <span className="short">{jobs.lacks(job.lacksBytes)}</span>}
      {job.timeLeftMs !== null && job.timeLeftMs > 0 && job.doneAtMs !== null && job.problem === null && (
        <span className="end">
          <b>{queue.timeLeft(job.timeLeftMs)}</b>, {queue.doneAround(job.doneAtMs, nowMs)}
        </span>
      )}
    </p>
  );
}

const Figure = ({ strong, rest }: { strong: string; rest: string }) => (
  <span>
    <b>{strong}</b>
    {rest}
  </span>
);
