import { start } from './raw.js';

start();
