import { byHand } from '../job/by-hand.js';
import { start } from '../job/start.js';
import { bars } from './bars.js';

start(byHand(bars));
