// Length, size and file of the clip in the player.
import { ClipFlag } from '../../../preload/contract.ts';
import type { Clip } from '../../store/clip-table.ts';
import { useApp, useMessages } from '../../store/context.tsx';

export function ClipFactList({ clip }: { clip: Clip }) {
  const { player, formats } = useMessages();
  const known = useApp((model) => model.facts);
  const facts = known?.key === clip.key ? known : null;
  const lengthMs = facts?.lengthMs ?? clip.lengthMs;
  const length = [
    ...(lengthMs > 0 ? [formats.clipLength(lengthMs)] : []),
    ...(facts?.width && facts.height ? [player.picture(facts.width, facts.height)] : []),
    ...(facts?.codec ? [player.codec(facts.codec)] : []),
  ];
  const saved = (clip.flags & ClipFlag.saved) !== 0;
  return (
    <dl className="clip-facts">
      {length.length > 0 && (
        <>
          <dt>{player.facts.length}</dt>
          <dd>{player.lengthFacts(length)}</dd>
        </>
      )}
      <dt>{player.facts.size}</dt>
      <dd>{facts?.bytes ? formats.bytes(facts.bytes) : player.aboutSize(clip.sizeKiB * 1024)}</dd>
      {facts?.fileName && (
        <>
          <dt>{saved ? player.facts.file : player.facts.willBe}</dt>
          <dd>{facts.fileName}</dd>
        </>
      )}
      {facts?.isGuess && (
        <>
          <dt>{player.facts.match}</dt>
          <dd>{player.guess}</dd>
        </>
      )}
    </dl>
  );
}
