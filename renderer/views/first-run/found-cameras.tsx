// The cameras with their pictures, and how many clips each has.
import './found-cameras.css';
import { Cctv } from 'lucide-react';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import type { FoundCamera } from '../../store/first-run-model.ts';

export function FoundCameras({ cameras }: { readonly cameras: readonly FoundCamera[] }) {
  const { firstRun: words, formats } = useMessages();
  if (cameras.length === 0) {
    return (
      <span className="no-cameras">
        <Icon of={Cctv} size={64} />
      </span>
    );
  }
  return (
    <ul className="found-cameras" aria-label={words.camerasFound}>
      {cameras.map(({ id, name, clips, offline }) => (
        <li key={id}>
          <span className="picture">
            <ClipPicture poster={offline ? null : cameraUrl(id)} camera={cameraUrl(id)} />
          </span>
          <span className="caption">
            <span className="ellipsis">{name}</span>
            <small>{offline ? words.cameraOffline : formats.count(clips)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
