// A module's USB drive: how full it is, what is wrong with it, and when it will be full.
import './drive-gauge.css';
import { Meter } from '../../components/meter.tsx';
import { useMessages } from '../../store/context.tsx';
import type { ModuleItem } from '../../store/sidebar-model.ts';
import { useMinute } from '../use-minute.ts';

type DriveGaugeProps = Pick<ModuleItem, 'drive' | 'driveUsedPercent' | 'driveFullAtMs'>;

export function DriveGauge({ drive, driveUsedPercent, driveFullAtMs }: DriveGaugeProps) {
  const { library } = useMessages();
  const now = useMinute();
  const wrong = library.driveStates[drive];
  // What cannot be read is said to be empty.
  const used = wrong === '' || drive === 'memory_full' ? driveUsedPercent : null;
  const forecast = wrong === '' && driveFullAtMs !== null && library.driveFullIn(driveFullAtMs - now);
  if (used === null && wrong === '') return null;
  return (
    <div className="drive-gauge" title={used === null ? undefined : library.driveRoom(used)}>
      <div className="top">
        <span>{library.drive}</span>
        {used !== null && <span>{library.driveUsed(used)}</span>}
      </div>
      {used !== null && <Meter name={library.drive} percent={used} said={library.driveRoom(used)} />}
      {wrong !== '' && <p className="note bad">{wrong}</p>}
      {forecast && <p className="note">{forecast}</p>}
    </div>
  );
}
