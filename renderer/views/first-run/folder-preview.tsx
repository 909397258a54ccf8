// How the folder would look: one folder for each camera, and the newest clip under its own name.
import './folder-preview.css';
import { Film, Folder, FolderOpen, type LucideIcon } from 'lucide-react';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useApp, useMessages } from '../../store/context.tsx';

/** More do not fit beside the text. */
const camerasShown = 8;

export function FolderPreview({ path }: { readonly path: string }) {
  const { firstRun: words } = useMessages();
  const { table, counts } = useApp((model) => model.clips);
  const name = useApp((model) => model.newestName);
  const newest = useApp((model) => model.view.rows[0]);
  const camera = newest === undefined ? undefined : table.cameras[table.at(newest).camera];
  const [top, ...below] = name?.split('/') ?? [];
  const folders = table.cameras
    .map((each, index) => ({ name: each.name, clips: counts.totalOf[index] ?? 0 }))
    .filter(({ clips }) => clips > 0)
    .sort((a, b) => Number(b.name === camera?.name) - Number(a.name === camera?.name) || a.name.localeCompare(b.name))
    .slice(0, camerasShown);
  return (
    <figure className="folder-preview">
      <figcaption>
        <Icon of={Folder} />
        <span className="ellipsis grow">{path}</span>
        <span className="tag preview">{words.preview}</span>
      </figcaption>
      {folders.length > 0 && (
        <ul aria-hidden="true">
          {folders.map((folder, index) => (
            <Entry
              key={folder.name}
              icon={index === 0 && below.length > 0 ? FolderOpen : Folder}
              name={index === 0 ? (top ?? folder.name) : folder.name}
              note={words.clips(folder.clips)}
            >
              {index === 0 && <Path parts={below} />}
            </Entry>
          ))}
        </ul>
      )}
      <div className="sample">
        <span className="picture">
          <ClipPicture poster={null} camera={camera?.cameraId ? cameraUrl(camera.cameraId) : null} />
        </span>
        {name ? (
          <p>
            <b>{words.newest}</b>
            <code>{name.replaceAll('/', ' / ')}</code>
          </p>
        ) : (
          <p>{words.noExample}</p>
        )}
      </div>
    </figure>
  );
}

function Path({ parts }: { readonly parts: readonly string[] }) {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const isFile = rest.length === 0;
  return (
    <ul>
      <Entry icon={isFile ? Film : FolderOpen} name={first} on={isFile}>
        {!isFile && <Path parts={rest} />}
      </Entry>
    </ul>
  );
}

interface EntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly note?: string;
  readonly on?: boolean;
  readonly children: React.ReactNode;
}

function Entry({ icon, name, note, on = false, children }: EntryProps) {
  return (
    <li>
      <span className={on ? 'entry on' : 'entry'}>
        <Icon of={icon} />
        <span className="ellipsis grow">{name}</span>
        {note && <small>{note}</small>}
      </span>
      {children}
    </li>
  );
}
