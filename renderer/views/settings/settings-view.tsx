// The settings: they fill the window, a page for each subject.
import './settings-view.css';
import { ArrowDownToLine, Bell, ChevronLeft, Folder, Info, type LucideIcon, Settings, User } from 'lucide-react';
import type { ComponentType } from 'react';
import { Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { AboutPage } from './about-page.tsx';
import { AccountPage } from './account-page.tsx';
import { FolderPage } from './folder-page.tsx';
import { GeneralPage } from './general-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';
import { SavingPage } from './saving-page.tsx';

type PageName = 'general' | 'folder' | 'saving' | 'notifications' | 'account' | 'about';

const pages: Readonly<Record<PageName, { readonly icon: LucideIcon; readonly Page: ComponentType }>> = {
  general: { icon: Settings, Page: GeneralPage },
  folder: { icon: Folder, Page: FolderPage },
  saving: { icon: ArrowDownToLine, Page: SavingPage },
  notifications: { icon: Bell, Page: NotificationsPage },
  account: { icon: User, Page: AccountPage },
  about: { icon: Info, Page: AboutPage },
};
const names = Object.keys(pages) as readonly PageName[]; // Object.keys forgets the names' type

export function SettingsView() {
  const { settings: words } = useMessages();
  const open = useApp((model) => model.open);
  return (
    <ModalOverlay className="settings-frame" isOpen onOpenChange={(isOpen) => !isOpen && open(null)}>
      <Modal className="settings-frame">
        <Dialog className="settings-view">
          <Tabs orientation="vertical" keyboardActivation="manual">
            <nav>
              <header>
                <IconButton icon={ChevronLeft} name={words.close} onPress={() => open(null)} />
                <Heading slot="title" level={1}>
                  {words.title}
                </Heading>
              </header>
              <TabList aria-label={words.title}>
                {names.map((name) => (
                  <Tab key={name} id={name}>
                    <Icon of={pages[name].icon} />
                    <span>{words.pages[name]}</span>
                  </Tab>
                ))}
              </TabList>
            </nav>
            {names.map((name) => {
              const { Page } = pages[name];
              return (
                <TabPanel key={name} id={name}>
                  <h2>{words.pages[name]}</h2>
                  <Page />
                </TabPanel>
              );
            })}
          </Tabs>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
