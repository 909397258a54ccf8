// A clip's own picture, or its camera's at half strength until it has one: an honest picture, never a grey box.
import './clip-picture.css';
import { Cctv } from 'lucide-react';
import { useState } from 'react';
import { Icon } from './icon.tsx';

interface ClipPictureProps {
  /** The clip's own picture. */
  readonly poster: string | null;
  /** Its camera's picture; null: the camera is not known. */
  readonly camera: string | null;
}

export function ClipPicture({ poster, camera }: ClipPictureProps) {
  const source = poster ?? camera;
  const [missing, setMissing] = useState<string | null>(null);
  if (source === null || missing === source) {
    return (
      <span className="clip-picture none">
        <Icon of={Cctv} />
      </span>
    );
  }
  return (
    <img
      className={poster === null ? 'clip-picture waiting' : 'clip-picture'}
      src={source}
      alt=""
      decoding="async"
      draggable={false}
      onError={() => setMissing(source)}
    />
  );
}
