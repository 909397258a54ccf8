// The cameras with their pictures, to choose those that count.
import './camera-checks.css';
import { Check } from '../../components/check.tsx';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useApp } from '../../store/context.tsx';

interface CameraChecksProps {
  readonly name: string;
  /** Names of those that do not. */
  readonly ignored: readonly string[];
  readonly onChange: (ignored: readonly string[]) => void;
}

export function CameraChecks({ name: listName, ignored, onChange }: CameraChecksProps) {
  const systems = useApp((model) => model.state?.systems ?? []);
  const cameras = new Map(systems.flatMap((system) => system.cameras.map(({ name, id }) => [name, id] as const)));
  if (cameras.size === 0) return null;
  return (
    <ul className="camera-checks" aria-label={listName}>
      {[...cameras].map(([name, id]) => (
        <li key={name}>
          <span className="picture">
            <ClipPicture poster={cameraUrl(id)} camera={null} />
          </span>
          <Check
            isOn={!ignored.includes(name)}
            onChange={(isOn) => onChange(isOn ? ignored.filter((other) => other !== name) : [...ignored, name])}
          >
            <span className="ellipsis">{name}</span>
          </Check>
        </li>
      ))}
    </ul>
  );
}
