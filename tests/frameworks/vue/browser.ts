import { createApp, createSSRApp } from 'vue';
import { inOrder } from '../order';
import { other } from '../other';
import App from './App.vue';

const page = document.getElementById('page')!;
const app = page.hasChildNodes() ? createSSRApp(App, { given: other }) : createApp(App);
inOrder(() => import('casualty-calculator/vue'), () => app.mount(page));
