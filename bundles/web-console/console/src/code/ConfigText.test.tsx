// SPDX-License-Identifier: Apache-2.0
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, type Received } from '../testing/fake-server';
import { metadata } from '../testing/sample-metadata';
import { ConfigText } from './ConfigText';

// jsdom has no layout
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const config = { deviceType: [{ id: 4, representation: 'TK800' }], feature: '2', generator: 'twig' };
const path = 'device/7/preview/config/secondary';

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

function Page({ of }: { of: object }): ReactElement {
  const [value, setValue] = useState('hostname {{ name }}');
  return (
    <Providers queries={makeQueries()}>
      <ConfigText label="Content" name="content" value={value} config={{ ...of }} required error={undefined} line={undefined} onChange={setValue} />
    </Providers>
  );
}

function answering(preview: (call: Received) => ReturnType<typeof ok> | Promise<ReturnType<typeof ok>>): Received[] {
  return fakeServer({
    'console/resources': () => ok(metadata),
    'device/list': () => ok({ results: [{ id: 7, representation: 'Pump' }], rowCount: 1 }),
    [path]: preview,
  });
}

async function chooseDevice(): Promise<void> {
  await userEvent.click(await screen.findByRole('combobox', { name: 'Device' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Pump' }));
}

async function type(text: string): Promise<void> {
  const plain = screen.getByRole('switch', { name: 'Plain' });
  if (!(plain as HTMLInputElement).checked) await userEvent.click(plain);
  fireEvent.change(screen.getByRole('textbox', { name: 'Content' }), { target: { value: text } });
}

const result = (): HTMLElement | null => screen.queryByLabelText('What the device would get');

it('shows what a device of the type would get of the text on the page', async () => {
  const calls = answering(({ body }) => ok(`made of ${String(body.content)}`));
  render(<Page of={config} />);
  expect(screen.getByText(/^Choose a device: this shows/)).toBeVisible();
  await chooseDevice();
  await waitFor(() => expect(result()).toHaveTextContent('made of hostname {{ name }}'));
  expect(screen.getByText('What Pump would get of the text on the page.')).toBeVisible();
  expect(calls.find((call) => call.path === 'device/list')?.body.filters).toEqual([{ filterBy: 'deviceType', filterType: 'equal', filterValue: 4 }]);
  expect(calls.at(-1)?.body).toEqual({ generator: 'twig', content: 'hostname {{ name }}', lenient: false });
  await userEvent.click(screen.getByRole('switch', { name: 'Leave out missing variables' }));
  await waitFor(() => expect(calls.at(-1)?.body.lenient).toBe(true));
});

it('keeps the last text beside a mistake and marks its line', async () => {
  const reason = { message: 'log.configDeviceSystemError', parameters: { cause: 'no end', line: 1 } };
  answering(({ body }) => (body.content === 'wrong' ? { status: 409, body: { errors: [reason] } } : ok('good')));
  render(<Page of={config} />);
  await chooseDevice();
  await waitFor(() => expect(result()).toHaveTextContent('good'));
  await type('wrong');
  expect(await screen.findByText('Line 1: no end')).toBeVisible();
  expect(screen.getByText('Below is the last text that could be made for Pump.')).toBeVisible();
  expect(result()).toHaveTextContent('good');
  await userEvent.click(screen.getByRole('switch', { name: 'Plain' }));
  const shadow = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)?.shadowRoot;
  expect(shadow?.querySelectorAll('.cm-lintRange')).toHaveLength(1);
});

it('never shows the answer to a text that is typed no more', async () => {
  const waiting: (() => void)[] = [];
  const calls = answering(({ body }) => new Promise((resolve) => waiting.push(() => resolve(ok(`made of ${String(body.content)}`)))));
  render(<Page of={config} />);
  await chooseDevice();
  await type('first');
  await waitFor(() => expect(calls.at(-1)?.body.content).toBe('first'));
  await type('second');
  await waitFor(() => expect(calls.at(-1)?.body.content).toBe('second'));
  waiting.at(-1)?.();
  await waitFor(() => expect(result()).toHaveTextContent('made of second'));
  waiting.forEach((answer) => answer());
  await waitFor(() => expect(result()).toHaveTextContent('made of second'));
});

it('asks nothing before it is known what kind of config it is', () => {
  const calls = answering(() => ok('x'));
  render(<Page of={{ generator: 'twig' }} />);
  expect(screen.getByText('Choose device type, feature and generator first.')).toBeVisible();
  expect(calls.filter((call) => call.path.startsWith('device/'))).toEqual([]);
});
