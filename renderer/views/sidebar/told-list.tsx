// What was told on the desktop since the app started, for whoever missed it.
import './told-list.css';
import { Bell, CircleCheck, Film, type LucideIcon, TriangleAlert } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Told } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

const icons: Readonly<Record<Told['of'], LucideIcon>> = { clips: Film, job: CircleCheck, problem: TriangleAlert };
const none: readonly Told[] = [];

export function ToldList() {
  const { notifications: words, formats } = useMessages();
  const told = useApp((model) => model.state?.told ?? none);
  const clearTold = useApp((model) => model.clearTold);
  return (
    <DialogTrigger>
      <IconButton icon={Bell} name={words.list} />
      <Popover className="menu-frame told-list" placement="top start">
        <Dialog>
          <header>
            <Heading slot="title" level={2}>
              {words.list}
            </Heading>
            {told.length > 0 && (
              <Button look="link" onPress={clearTold}>
                {words.clear}
              </Button>
            )}
          </header>
          {told.length === 0 && <p>{words.nothing}</p>}
          <ul>
            {told.map(({ id, of, title, text, atMs }) => (
              <li key={id} className={of}>
                <Icon of={icons[of]} />
                <span>
                  {title}
                  <small>
                    {formats.moment(atMs)} · {text}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
