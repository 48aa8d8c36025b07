import { useEffect, type ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { inOrder } from '../order';
import { other } from '../other';
import { App } from './app';

function Told({ rendered, children }: { rendered: () => void; children: ReactNode }) {
  useEffect(rendered, []);
  return children;
}

const page = document.getElementById('page')!;
inOrder(
  () => import('casualty-calculator/react'),
  () => new Promise<void>((rendered) => {
    if (page.hasChildNodes()) hydrateRoot(page, <Told rendered={rendered}><App given={other} /></Told>);
    else createRoot(page).render(<Told rendered={rendered}><App /></Told>);
  }),
);
