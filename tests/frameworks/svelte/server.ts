import 'casualty-calculator/svelte';
import { render as rendered } from 'svelte/server';
import { other } from '../other';
import App from './App.svelte';

export const render = () => rendered(App, { props: { given: other } }).body;
