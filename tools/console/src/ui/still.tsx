import { Component, type ComponentChildren } from 'preact';

interface StillProps {
  by: readonly unknown[];
  draw: () => ComponentChildren;
}

/// Draws again only where one of `by` is another than before. (A kept element would do that too, but
/// would hold on to the page in which it first stood, and with it to everything that has gone since.)
export class Still extends Component<StillProps> {
  override shouldComponentUpdate(next: StillProps): boolean {
    return next.by.length !== this.props.by.length || next.by.some((one, i) => one !== this.props.by[i]);
  }

  override render() {
    return this.props.draw();
  }
}
