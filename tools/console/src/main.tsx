import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/blocks.css';
import { App } from './app';
import { speakOfFields } from './ui/required';
import { begin } from './api/session';
import { watchAddress } from './router';

watchAddress();
speakOfFields();
void begin();
render(<App />, document.getElementById('app')!);
