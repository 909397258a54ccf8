// The cameras with their pictures, and how many clips each has.
import './found-cameras.css';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import type { FoundCamera } from '../../store/first-run-model.ts';

export function FoundCameras({ cameras }: { readonly cameras: readonly FoundCamera[] }) {
  const { firstRun: words, formats } = useMessages();
  if (cameras.length === 0) return null;
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
