/** @jsxImportSource preact */
import 'casualty-calculator/preact';
import { renderToString } from 'preact-render-to-string';
import { other } from '../other';
import { App } from './app';

export const render = () => renderToString(<App given={other} />);
