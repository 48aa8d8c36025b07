/** @jsxImportSource preact */
import { hydrate, render } from 'preact';
import { inOrder } from '../order';
import { other } from '../other';
import { App } from './app';

const page = document.getElementById('page')!;
inOrder(
  () => import('casualty-calculator/preact'),
  () => page.hasChildNodes() ? hydrate(<App given={other} />, page) : render(<App />, page),
);
