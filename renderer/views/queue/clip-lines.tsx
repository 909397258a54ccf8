// The clips of a job that matter now: on their way, next, or failed and why.
import './clip-lines.css';
import { ClipFlag, type ProblemKind } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { cameraUrl, posterUrl } from '../../store/clip-urls.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import type { ClipLine, ClipStep } from '../../store/queue-model.ts';

interface ClipLinesProps {
  readonly lines: readonly ClipLine[];
  /** Failed ones that are only counted. */
  readonly more?: ReadonlyMap<ProblemKind, number>;
  readonly nowMs: number;
}

const none: ReadonlyMap<ProblemKind, number> = new Map();

export function ClipLines({ lines, more = none, nowMs }: ClipLinesProps) {
  const { queue } = useMessages();
  if (lines.length === 0) return null;
  const moreClips = [...more.values()].reduce((sum, clips) => sum + clips, 0);
  return (
    <ul className="clip-lines">
      {lines.map((line) => (
        <Line key={`${line.key} ${line.step.kind === 'failed'}`} line={line} nowMs={nowMs} />
      ))}
      {moreClips > 0 && (
        <li className="more">
          <b>{queue.andMore(moreClips)}</b>
          {[...more].map(([kind, clips]) => queue.reasonCount(kind, clips)).join(' · ')}
        </li>
      )}
    </ul>
  );
}

function Line({ line: { key, step }, nowMs }: { line: ClipLine; nowMs: number }) {
  const { formats } = useMessages();
  const { table, time } = useApp((model) => model.clips);
  const clip = table.clip(key);
  if (!clip) return null;
  const camera = table.cameras[clip.camera];
  const wallMs = time.wallS(clip.camera, clip.recordedAtS) * 1000;
  const nowWallMs = time.wallS(clip.camera, Math.floor(nowMs / 1000)) * 1000;
  const cameraId = camera?.cameraId ?? null;
  return (
    <li>
      <span className="picture">
        <ClipPicture
          poster={clip.flags & ClipFlag.poster ? posterUrl(key) : null}
          camera={cameraId === null ? null : cameraUrl(cameraId)}
        />
      </span>
      <span className="camera ellipsis">{camera?.name}</span>
      <span className="dim ellipsis">
        {formats.dayShort(wallMs, nowWallMs)}, {formats.wallTime(wallMs)}
      </span>
      <Step step={step} bytes={clip.sizeKiB * 1024} nowMs={nowMs} />
    </li>
  );
}

function Step({ step, bytes, nowMs }: { step: ClipStep; bytes: number; nowMs: number }) {
  const { queue } = useMessages();
  switch (step.kind) {
    case 'arriving':
      return (
        <span className="step arriving">
          <ProgressBar name={queue.arriving} done={step.part} />
          {step.part === null ? queue.arriving : queue.arrived(step.part, bytes)}
        </span>
      );
    case 'sending':
      return <span className="step dim">{queue.sending}</span>;
    case 'next':
      return <span className="step dim">{queue.next}</span>;
    case 'failed': {
      const { problem, attempts, nextTryAtMs, canRetry } = step.failure;
      return (
        <span className={canRetry ? 'step why' : 'step dim'}>
          {queue.reason(problem, attempts)}
          {nextTryAtMs !== null && <span className="dim">, {queue.nextTry(nextTryAtMs, nowMs)}</span>}
        </span>
      );
    }
  }
}
