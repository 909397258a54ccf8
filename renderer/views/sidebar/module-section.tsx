// One sync module in the sidebar: what it is doing, its cameras, its drive.
import './module-section.css';
import type { CameraIndex } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Meter } from '../../components/meter.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import type { ModuleItem } from '../../store/sidebar-model.ts';
import { NavItem } from './nav-item.tsx';

interface ModuleSectionProps {
  readonly module: ModuleItem;
  readonly chosen: CameraIndex | null;
  readonly onChoose: (camera: CameraIndex) => void;
}

export function ModuleSection({ module, chosen, onChoose }: ModuleSectionProps) {
  const { library, formats } = useMessages();
  return (
    <section className="module-section">
      <h3>
        <span className="grow ellipsis">{module.name}</span>
        <span className={module.status === 'offline' ? 'status bad' : 'status'}>{library.module[module.status]}</span>
      </h3>
      <ul className="nav-list">
        {module.cameras.map((camera) => (
          <NavItem
            key={camera.index}
            picture={
              <span className="picture">
                <ClipPicture poster={camera.cameraId === null ? null : cameraUrl(camera.cameraId)} camera={null} />
              </span>
            }
            name={camera.name}
            count={camera.unsaved > 0 ? formats.count(camera.unsaved) : ''}
            spoken={library.unsavedOf(camera.name, camera.unsaved)}
            on={camera.index === chosen}
            onPress={() => onChoose(camera.index)}
          />
        ))}
      </ul>
      <DriveGauge module={module} />
    </section>
  );
}

function DriveGauge({ module: { drive, driveUsedPercent } }: { module: ModuleItem }) {
  const { library } = useMessages();
  const note = library.driveStates[drive];
  if (driveUsedPercent === null && note === '') return null;
  return (
    <div className="drive">
      <div className="top">
        <span>{library.drive}</span>
        {driveUsedPercent !== null && <span>{library.driveUsed(driveUsedPercent)}</span>}
      </div>
      {driveUsedPercent !== null && <Meter name={library.drive} percent={driveUsedPercent} />}
      {note !== '' && <p className="note bad">{note}</p>}
    </div>
  );
}
