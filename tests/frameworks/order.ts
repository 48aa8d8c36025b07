/** Declares the element before a page is rendered, or after it where the address asks for that. */
export async function inOrder(declare: () => Promise<unknown>, render: () => unknown) {
  const isLate = location.search === '?late';
  if (!isLate) await declare();
  await render();
  document.documentElement.dataset.rendered = '';
  if (isLate) await declare();
}
