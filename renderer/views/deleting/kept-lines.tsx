// Which clips stay on the drive, and why.
import type { Kept } from '../../../preload/contract.ts';
import { useMessages } from '../../store/context.tsx';

export function KeptLines({ kept }: { kept: readonly Kept[] }) {
  const { deleting: words } = useMessages();
  if (kept.length === 0) return null;
  return (
    <section className="kept-lines">
      <h3>{words.kept(kept.reduce((sum, { clips }) => sum + clips, 0))}</h3>
      <ul>
        {kept.map(({ why, clips }) => (
          <li key={why}>{words.why(why, clips)}</li>
        ))}
      </ul>
    </section>
  );
}
