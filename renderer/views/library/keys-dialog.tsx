// The sheet of all keys.
import './keys-dialog.css';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function KeysDialog() {
  const { keys, settings } = useMessages();
  const open = useApp((model) => model.open);
  const close = () => open(null);
  return (
    <Dialog
      title={keys.title}
      closeName={settings.close}
      onClose={close}
      footer={
        <Button look="primary" autoFocus onPress={close}>
          {settings.close}
        </Button>
      }
    >
      <div className="keys-dialog">
        {keys.groups.map(({ name, rows }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {rows.map(({ does, press }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {press.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
