// For how long saving is to be paused.
import type { ReactElement } from 'react';
import type { JobId, PauseLength } from '../../../preload/contract.ts';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

const lengths: readonly PauseLength[] = ['hour', 'tomorrow', 'until-resumed'];

interface PauseMenuProps {
  /** Null: everything. */
  readonly jobId: JobId | null;
  /** What opens it. */
  readonly button: ReactElement;
}

export function PauseMenu({ jobId, button }: PauseMenuProps) {
  const { queue } = useMessages();
  const pauseSaving = useApp((app) => app.pauseSaving);
  const pause = (id: string) => {
    const length = lengths.find((one) => one === id);
    if (length) pauseSaving(jobId, length);
  };
  return (
    <Menu name={queue.pause} button={button} onAction={pause}>
      {lengths.map((length) => (
        <MenuItem key={length} id={length}>
          {queue.pauseFor(length)}
        </MenuItem>
      ))}
    </Menu>
  );
}
