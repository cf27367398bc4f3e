import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import { App } from './app';
import { begin } from './api/session';
import { watchAddress } from './router';

watchAddress();
void begin();
render(<App />, document.getElementById('app')!);
