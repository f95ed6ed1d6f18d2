import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is drawn in place of the children once they could not be. */
  readonly otherwise: ReactNode;
  /** What the children are drawn from; when it changes they are tried again. */
  readonly of?: unknown;
}

/** Keeps what cannot be drawn from taking the rest of the window with it. React wants a class for that. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}
