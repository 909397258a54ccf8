// A job in hand: how much is saved, at which rate, how long it will take, and the way to end it.
import { ArrowDownToLine, Pause, Play, X } from 'lucide-react';
import type { Pause as Held } from '../../../preload/contract.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Messages } from '../../messages/index.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import type { JobModel } from '../../store/job-model.ts';
import { useLayout } from '../use-layout.ts';
import { useMinute } from '../use-minute.ts';
import { PauseMenu } from './pause-menu.tsx';

export function RunningJob({ model }: { model: JobModel }) {
  const { jobs, queue, problems } = useMessages();
  const now = useMinute();
  const pauseOfAll = useApp((app) => app.state?.pause ?? null);
  const pause = pauseOfAll ?? model.job.pause;
  const resumeSaving = useApp((app) => app.resumeSaving);
  const small = useLayout() === 'small';
  const cancelJob = useApp((app) => app.cancelJob);
  const { job } = model;
  const title = titleOf(model, jobs);
  const held = heldBy(model, queue, problems, pause, now);
  const facts = held
    ? [held]
    : small
      ? [job.timeLeftMs !== null && jobs.timeLeftShort(job.timeLeftMs)]
      : [
          job.lacksBytes !== null && jobs.lacks(job.lacksBytes),
          model.moduleName,
          model.secondsPerClip !== null && jobs.rate(model.secondsPerClip),
          job.timeLeftMs !== null && jobs.timeLeft(job.timeLeftMs),
          job.failed > 0 && jobs.toTryAgain(job.failed),
          model.waitingJobs > 0 && jobs.moreJobs(model.waitingJobs),
        ];
  return (
    <section className="job-bar" aria-label={jobs.name}>
      <Icon of={ArrowDownToLine} />
      <span className="words ellipsis" title={jobs.title(job.title)}>
        <b>{small ? jobs.savingShort(job.saved, job.total) : title}</b>
        <span className="rate">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <ProgressBar
        name={title}
        isPaused={model.kind === 'paused'}
        done={model.savedPart}
        arriving={model.arrivingPart}
        failed={model.failedPart}
      />
      {pause ? (
        <IconButton icon={Play} name={queue.resume} onPress={() => resumeSaving(pauseOfAll ? null : job.id)} />
      ) : (
        <PauseMenu jobId={null} button={<IconButton icon={Pause} name={queue.pause} />} />
      )}
      <IconButton icon={X} name={jobs.cancel} onPress={() => cancelJob(job.id)} />
    </section>
  );
}

function titleOf({ job, kind }: JobModel, jobs: Messages['jobs']): string {
  if (kind === 'paused') return jobs.spoken(job.saved, job.total);
  return kind === 'finishing' ? jobs.finishing : jobs.saving(job.saved, job.total);
}

/** Why it does not go on now; null: it does. */
function heldBy(
  { job, waitsFor }: JobModel,
  queue: Messages['queue'],
  problems: Messages['problems'],
  pause: Held | null,
  nowMs: number,
): string | null {
  if (pause) return queue.paused(pause.untilMs, nowMs);
  if (job.hoursFromMs !== null) return queue.waitsUntil(job.hoursFromMs, nowMs);
  if (job.problem) return problems.text(job.problem).title;
  return waitsFor && problems.waiting(waitsFor);
}
