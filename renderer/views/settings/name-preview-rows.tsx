// What a pattern makes of a real clip: its name, that of another one like it, and that in the night clocks are put back.
import type { NamePreview } from '../../../preload/contract.ts';
import { useMessages } from '../../store/context.tsx';

export function NamePreviewRows({ preview }: { preview: NamePreview | null }) {
  const { names: words } = useMessages();
  if (preview?.kind !== 'names') return null;
  const rows = [
    { what: words.newest, name: preview.newest },
    { what: words.twin, name: preview.twin },
    { what: words.doubledHour, name: preview.doubledHour },
  ].filter(({ name }) => name !== null);
  return (
    <dl className="name-preview" aria-label={words.preview} aria-live="polite">
      {rows.length === 0 && <p>{words.noClip}</p>}
      {rows.map(({ what, name }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  );
}
