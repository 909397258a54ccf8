// Asks for a typed word before everything is forgotten; lists what is deleted, with sizes, and what is not.
import './leave-dialog.css';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Question } from '../../components/question.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { WhatStays } from './what-stays.tsx';

export function ForgetDialog() {
  const { account: words } = useMessages();
  const { getState } = useAppStore();
  const belongings = useApp((model) => model.belongings);
  const [typed, setTyped] = useState('');
  const close = () => getState().open(null);
  return (
    <Question
      title={words.forgetTitle}
      cancel={words.cancel}
      onCancel={close}
      startsAtCancel
      answers={
        <Button
          look="danger"
          isDisabled={belongings === null || !words.isForgetWord(typed)}
          onPress={() => getState().forgetEverything()}
        >
          {words.forgetNow}
        </Button>
      }
    >
      {belongings && (
        <div className="leave-dialog">
          <section>
            <h3>{words.deleted}</h3>
            <dl>
              {words.deletedRows(belongings).map(({ name, what }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
          <WhatStays title={words.notDeleted} lines={[words.savedClips(belongings.saved), words.drive]} />
          <TypedField label={words.typeToGoOn(words.forgetWord)} value={typed} onChange={setTyped} />
        </div>
      )}
    </Question>
  );
}
