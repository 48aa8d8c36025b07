import 'casualty-calculator/react';
import { renderToString } from 'react-dom/server';
import { other } from '../other';
import { App } from './app';

export const render = () => renderToString(<App given={other} />);
