import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/blocks.css';
import { App } from './app';
import { speakOfFields } from './ui/required';
import { begin } from './api/session';
import { watchVersion } from './live/version';
import { watchAddress } from './router';

// Where the server answers at once the first picture is the whole one: a page that is drawn while it is
// being read is drawn three times. Who waits longer sees that something is under way.
const patience_ms = 600;

watchAddress();
speakOfFields();
void Promise.race([begin(), new Promise((resolve) => setTimeout(resolve, patience_ms))]).then(() => {
  render(<App />, document.getElementById('app')!);
  watchVersion();
});
