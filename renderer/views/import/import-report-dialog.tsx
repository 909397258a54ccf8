// After an import: which clips are guesses, and which files were left on the drive, each with its reason.
import './import-report-dialog.css';
import type { ImportReport } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useMessages } from '../../store/context.tsx';

export function ImportReportDialog({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const { carried: words } = useMessages();
  const { guessed, guessedFiles, left, leftFiles } = report;
  return (
    <Dialog
      title={words.report}
      closeName={words.close}
      onClose={onClose}
      footer={
        <Button autoFocus onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className="import-report">
        {guessed > 0 && (
          <section>
            <h3>{words.guessedFiles}</h3>
            <p>{words.guessed(guessed)}</p>
            <ul>
              {guessedFiles.map((file) => (
                <li key={file}>{file}</li>
              ))}
            </ul>
            {guessed > guessedFiles.length && <p>{words.andMore(guessed - guessedFiles.length)}</p>}
          </section>
        )}
        {left > 0 && (
          <section>
            <h3>{words.leftFiles}</h3>
            <ul>
              {leftFiles.map(({ path, reason }) => (
                <li key={path}>
                  {path}
                  <small>{words.reason(reason)}</small>
                </li>
              ))}
            </ul>
            {left > leftFiles.length && <p>{words.andMore(left - leftFiles.length)}</p>}
          </section>
        )}
      </div>
    </Dialog>
  );
}
