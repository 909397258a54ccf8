// One sync module in the sidebar: what it is doing, its cameras, its drive.
import './module-section.css';
import type { CameraIndex } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import type { ModuleItem } from '../../store/sidebar-model.ts';
import { DriveGauge } from './drive-gauge.tsx';
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
      <DriveGauge {...module} />
    </section>
  );
}
