// Catches a bug in drawing the window: saving goes on in the main process, so the page can simply be loaded again.
import './crash-screen.css';
import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface CrashScreenProps {
  readonly words: { readonly title: string; readonly text: string; readonly reload: string };
  readonly onReload: () => void;
  readonly children: ReactNode;
}

export class CrashScreen extends Component<CrashScreenProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    const { words, onReload, children } = this.props;
    if (!this.state.crashed) return children;
    return (
      <main className="crash-screen">
        <EmptyState icon={Bug} level="error" title={words.title} text={words.text}>
          <Button look="primary" onPress={onReload}>
            {words.reload}
          </Button>
        </EmptyState>
      </main>
    );
  }
}
