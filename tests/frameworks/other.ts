import type { Dataset } from 'casualty-calculator';

/** What the pages show in place of the built-in figures when they are asked to. */
export const other: Dataset = {
  format: 2,
  title: 'Another story',
  forces: [{ id: 'force', name: 'The force', scenario: { deployed: 300, killed: 30 } }],
  claims: [{ id: 'only', source: { name: 'The only source' }, deployed: 300, killed: 30 }],
};
