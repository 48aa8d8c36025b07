import 'casualty-calculator/vue';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { other } from '../other';
import App from './App.vue';

export const render = () => renderToString(createSSRApp(App, { given: other }));
