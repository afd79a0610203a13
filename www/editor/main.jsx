// The editor's page begins here.

import './editor.css';
import { render } from 'preact';
import { App } from './app.jsx';

const place = document.createElement('div');
place.id = 'editor';
document.body.append(place);
render(<App />, place);
