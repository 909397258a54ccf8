// A clip on its way from the drive: how far it is, about how long, and a way out.
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Clip } from '../../store/clip-table.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import { passingClips } from '../../store/passing.ts';

export function Fetching({ clip }: { clip: Clip }) {
  const { player, formats } = useMessages();
  const cancel = useApp((model) => model.cancelFetching);
  const state = useApp((model) => model.state);
  const moduleId = useApp(({ clips }) => clips.table.cameras[clip.camera]?.moduleId);
  const lane = state?.lanes.find((each) => each.moduleId === moduleId);
  const now = state ? passingClips(state).get(clip.key) : undefined;
  const part = now?.kind === 'arriving' ? now.part : null;
  const words =
    part !== null
      ? formats.percent(part)
      : now?.kind === 'arriving' && lane?.secondsPerClip
        ? player.about(lane.secondsPerClip * 1000)
        : null;
  return (
    <div className="over" role="status">
      <b>{now || !lane || lane.waiting === 0 ? player.fetching : player.fetchingWaits}</b>
      <ProgressBar name={player.fetching} done={part} />
      {words && <span>{words}</span>}
      <Button size="small" onPress={cancel}>
        {player.cancelFetching}
      </Button>
    </div>
  );
}
