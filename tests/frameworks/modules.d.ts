// What is in these is for Vue's own compiler.
declare module '*.vue' {
  import type { Component } from 'vue';
  const component: Component;
  export default component;
}
