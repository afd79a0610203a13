// The editor's page begins here.

import './editor.css';
import { render } from 'preact';
import { App } from './app.jsx';
import { startSaving } from './document/autosave.js';

const place = document.createElement('div');
place.id = 'editor';
document.body.append(place);
startSaving();
render(<App />, place);
