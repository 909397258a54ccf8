// What one sync module is doing, and how fast.
import type { LaneState } from '../../../preload/contract.ts';
import { useApp, useMessages } from '../../store/context.tsx';

export function LaneCard({ lane, moduleName }: { lane: LaneState; moduleName: string }) {
  const { queue, formats } = useMessages();
  const doing = useDoing(lane);
  return (
    <section className="sheet lane-card" aria-label={moduleName}>
      <div className="grow">
        <h2>{moduleName}</h2>
        <p className="sub">{doing}</p>
      </div>
      {lane.secondsPerClip !== null && (
        <dl>
          <div>
            <dt>{queue.aClipTakes}</dt>
            <dd>{formats.seconds(lane.secondsPerClip)}</dd>
          </div>
          <div>
            <dt>{queue.clipsAMinute}</dt>
            <dd>{queue.perMinute(lane.secondsPerClip)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function useDoing({ activity, arriving }: LaneState): string {
  const { queue, settings, problems } = useMessages();
  const pace = useApp((model) => model.state?.settings.pace ?? 'gentle');
  switch (activity.kind) {
    case 'waiting':
      return problems.waiting(activity.problem);
    case 'listing':
      return queue.listing;
    case 'deleting':
      return queue.deleting;
    case 'uploading':
      return queue.lane(true, settings.paceOf(pace));
    case 'idle':
      return queue.lane(arriving.length > 0, settings.paceOf(pace));
  }
}
