import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is drawn in place of the children once they could not be. */
  readonly fallback: ReactNode;
  /** What the children are drawn from; when it changes they are tried again. */
  readonly resetKey?: unknown;
}

/** Keeps what cannot be drawn from taking the rest of the window with it. React wants a class for that. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
