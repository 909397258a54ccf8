// What to expect of Blink's page, and how to know it from another.
import './page-preview.css';
import { Lock, ShieldCheck, X } from 'lucide-react';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../store/context.tsx';

export function PagePreview() {
  const { signIn } = useMessages();
  return (
    <>
      <div className="page-preview" aria-hidden="true">
        <div className="bar">
          <Icon of={Lock} size={14} />
          <span className="grow">{signIn.pageHost}</span>
          <Icon of={X} size={14} />
        </div>
        <div className="fields">
          <p>{signIn.pagePreview}</p>
          <i />
          <i />
          <i className="send" />
          <i className="small" />
        </div>
      </div>
      <p className="check-address">
        <Icon of={ShieldCheck} />
        <span>
          {signIn.checkAddress} <b>{signIn.checkedDomain}</b>
        </span>
      </p>
    </>
  );
}
