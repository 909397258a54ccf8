// What is about to be deleted: cameras, days, room that it makes, and where the files stay.
import { useMemo } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import { inSum } from '../../store/deletion-model.ts';
import { useMinute } from '../use-minute.ts';

export function DeletionFacts({ keys }: { keys: readonly ClipKey[] }) {
  const { deleting: words, formats, library } = useMessages();
  const clips = useApp((model) => model.clips);
  const folder = useApp((model) => model.state?.folder);
  const today = clips.time.today(useMinute());
  const sum = useMemo(() => inSum(keys, clips), [keys, clips]);
  if (!sum) return null;
  const cameras = sum.cameras.map(({ name, clips }) =>
    sum.cameras.length > 1 ? `${name} ${formats.count(clips)}` : name,
  );
  const rows = [
    { name: words.cameras, what: cameras.join(', ') },
    { name: words.days, what: library.dayRange(sum.days, today) },
    { name: words.frees, what: formats.bytes(sum.bytes) },
    ...(folder && folder.kind !== 'none' ? [{ name: words.stays, what: folder.path }] : []),
  ];
  return (
    <dl>
      {rows.map(({ name, what }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
