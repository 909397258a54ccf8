// A menu of all cameras that have clips, with how many are unsaved.
import type { ReactElement } from 'react';
import type { CameraIndex } from '../../../preload/contract.ts';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useMessages } from '../../store/context.tsx';
import { useSidebar } from './use-sidebar.ts';

interface CameraMenuProps {
  /** What opens it. */
  readonly button: ReactElement;
  readonly placement?: 'bottom start' | 'end top';
  /** Null: any camera. */
  readonly onChoose: (camera: CameraIndex | null) => void;
}

export function CameraMenu({ button, placement = 'bottom start', onChoose }: CameraMenuProps) {
  const { library, formats } = useMessages();
  const cameras = useSidebar().systems.flatMap((system) => system.modules.flatMap((module) => module.cameras));
  const choose = (id: string) => onChoose(cameras.find(({ index }) => String(index) === id)?.index ?? null);
  return (
    <Menu name={library.cameras} button={button} placement={placement} onAction={choose}>
      <MenuItem id="any" textValue={library.anyCamera}>
        {library.anyCamera}
      </MenuItem>
      {cameras.map((camera) => (
        <MenuItem key={camera.index} id={String(camera.index)} textValue={camera.name}>
          <span className="picture">
            <ClipPicture poster={camera.cameraId === null ? null : cameraUrl(camera.cameraId)} camera={null} />
          </span>
          <span className="ellipsis">{camera.name}</span>
          {camera.unsaved > 0 && <span className="count">{formats.count(camera.unsaved)}</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
