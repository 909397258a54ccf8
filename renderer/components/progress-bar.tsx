// How far something is; a number always stands beside it.
import './progress-bar.css';

interface ProgressBarProps {
  readonly name: string;
  /** Parts of the whole, 0–1; `done` null: the length is unknown. */
  readonly done: number | null;
  readonly arriving?: number;
  readonly failed?: number;
  readonly isPaused?: boolean;
}

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;

export function ProgressBar({ name, done, arriving = 0, failed = 0, isPaused = false }: ProgressBarProps) {
  return (
    <div
      className={isPaused ? 'progress-bar paused' : 'progress-bar'}
      role="progressbar"
      aria-label={name}
      {...(done === null ? {} : { 'aria-valuenow': Math.floor(done * 100) })}
    >
      {done === null ? (
        <i className="unknown" />
      ) : (
        <>
          {arriving > 0 && <i className="arriving" style={{ inlineSize: percent(done + arriving) }} />}
          <i className="done" style={{ inlineSize: percent(done) }} />
          {failed > 0 && <i className="failed" style={{ inlineSize: percent(failed) }} />}
        </>
      )}
    </div>
  );
}
