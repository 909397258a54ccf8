// Tells what happened to one clip, line by line, to be read or copied.
import './story-dialog.css';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { useMinute } from '../use-minute.ts';

export function StoryDialog() {
  const { story: words, formats } = useMessages();
  const { getState } = useAppStore();
  const story = useApp((model) => model.story);
  const clips = useApp((model) => model.clips);
  const nowMs = useMinute();
  const clip = story && clips.table.clip(story.key);
  if (!story || !clip) return null;
  const wallMs = (unixS: number) => clips.time.wallS(clip.camera, unixS) * 1000;
  const name = formats.clipMoment(
    clips.table.cameras[clip.camera]?.name ?? '',
    wallMs(clip.recordedAtS),
    wallMs(Math.floor(nowMs / 1000)),
  );
  const lines = story.told.events.map(({ atMs, event }) => ({
    time: formats.momentAhead(atMs, nowMs),
    text: words.event(event),
  }));
  const close = () => getState().open(null);
  const copy = () => getState().copyText([name, ...lines.map(({ time, text }) => `${time}  ${text}`)].join('\n'));
  return (
    <Dialog
      title={words.title}
      closeName={words.close}
      onClose={close}
      footer={
        <>
          <Button onPress={copy}>{words.copy}</Button>
          <Button look="primary" autoFocus onPress={close}>
            {words.close}
          </Button>
        </>
      }
    >
      <div className="story-dialog">
        <p>{name}</p>
        {lines.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ol>
            {story.told.events.map(({ atMs, event }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a story's lines stay as they are
              <li key={`${atMs} ${event.kind} ${index}`}>
                <time>{lines[index]?.time}</time>
                <span>{lines[index]?.text}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Dialog>
  );
}
