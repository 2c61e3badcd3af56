// SPDX-License-Identifier: Apache-2.0
import { screen, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { expect, it } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { CodeEditor } from './CodeEditor';

// jsdom has no layout
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

function Page({ error, line }: { error?: string | undefined; line?: number | undefined }): ReactElement {
  const [value, setValue] = useState('hostname {{ name }}\n{% if x %}\nend');
  return (
    <Providers queries={makeQueries()}>
      <CodeEditor label="Content" name="content" value={value} language="twig" required error={error} line={line} onChange={setValue} />
      <output>{value}</output>
    </Providers>
  );
}

const editor = (): Element | null | undefined => [...document.querySelectorAll('div')].find((one) => one.shadowRoot)?.shadowRoot?.querySelector('[role=textbox]');

it('shows the text in colours within a shadow root, and as a plain input on demand', async () => {
  render(<Page />);
  expect(editor()).toHaveAttribute('aria-label', 'Content');
  expect(editor()).toHaveTextContent('hostname {{ name }}');
  const guide = screen.getByRole('link', { name: 'Language reference' });
  expect(guide).toHaveAttribute('href', 'https://twig.symfony.com/doc/3.x/');
  expect(guide).toHaveAttribute('rel', 'noreferrer');
  expect(document.head.querySelector('style')).toBeNull();
  await userEvent.click(screen.getByRole('switch', { name: 'Plain' }));
  const input = screen.getByRole('textbox', { name: 'Content' });
  await userEvent.type(input, '!');
  expect(screen.getByRole('status')).toHaveTextContent('end!');
  await userEvent.click(screen.getByRole('switch', { name: 'Plain' }));
  expect(editor()).toHaveTextContent('end!');
});

it('marks the line that is wrong, if there is such a line', () => {
  const { rerender } = render(<Page error="Line 2: no end" line={2} />);
  const marked = (): number => [...document.querySelectorAll('div')].find((one) => one.shadowRoot)?.shadowRoot?.querySelectorAll('.cm-lintRange').length ?? 0;
  expect(screen.getByRole('alert')).toHaveTextContent('Line 2: no end');
  expect(marked()).toBe(1);
  rerender(<Page error="Line 99: gone" line={99} />);
  expect(marked()).toBe(0);
});

it('searches in the words of the language file', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));
  const panel = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)?.shadowRoot?.querySelector('.cm-search');
  const words = [...(panel?.querySelectorAll('label, button') ?? [])].map(({ textContent }) => textContent);
  expect(words).toEqual(['next', 'previous', 'all', 'same case', 'regular expression', 'whole words', 'replace', 'replace all', '×']);
  expect(panel?.querySelector('[name=search]')).toHaveAttribute('placeholder', 'Search');
  expect(panel?.querySelector('[name=replace]')).toHaveAttribute('placeholder', 'Replace with');
});
