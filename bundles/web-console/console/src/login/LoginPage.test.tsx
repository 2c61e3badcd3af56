// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fakeServer, loginAnswer, ok, type Received, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';

const LOGIN = 'authentication/login_check';
type Answer = Parameters<typeof fakeServer>[0][string];

async function submit(answer: Answer, address = '/authentication/login'): Promise<Received[]> {
  const calls = fakeServer({ [LOGIN]: answer, 'anonymous/configuration': () => ok({}) });
  renderConsole(address);
  await userEvent.type(await screen.findByLabelText(/^User name/), 'admin');
  await userEvent.type(screen.getByLabelText(/^Password/), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
  return calls;
}

it('starts with the user name and says who owns the page', async () => {
  fakeServer({ 'anonymous/configuration': () => ok({ maintenanceMode: true }) });
  renderConsole('/authentication/login');
  expect(await screen.findByLabelText(/^User name/)).toHaveFocus();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Log in');
  expect(screen.getByRole('contentinfo')).toHaveTextContent(String(new Date().getFullYear()));
  expect(await screen.findByText(/Maintenance mode is on/)).toBeVisible();
  expect(document.title).toBe('Log in – Smart EMS');
});

it('asks for what is missing, before it asks the server', async () => {
  const calls = fakeServer({ 'anonymous/configuration': () => ok({}) });
  renderConsole('/authentication/login');
  await userEvent.click(await screen.findByRole('button', { name: 'Log in' }));
  expect(screen.getByLabelText(/^User name/)).toHaveAccessibleDescription('Enter your user name.');
  expect(screen.getByLabelText(/^User name/)).toHaveFocus();
  await userEvent.keyboard('admin{Enter}');
  expect(screen.getByLabelText(/^Password/)).toHaveFocus();
  expect(calls.filter((call) => call.path === LOGIN)).toEqual([]);
});

it('goes to the page one came from', async () => {
  const calls = await submit(() => ok(loginAnswer()), '/authentication/login?returnTo=%2Fweb%2Fchange-password');
  expect(await screen.findByRole('heading', { name: 'Change password' })).toBeVisible();
  expect(window.location.pathname).toBe('/web/change-password');
  expect(calls.find((call) => call.path === LOGIN)?.body).toEqual({ username: 'admin', password: 'secret' });
});

it('stays at home when the link leads elsewhere', async () => {
  await submit(() => ok(loginAnswer()), '/authentication/login?returnTo=https%3A%2F%2Felsewhere.example%2Fweb');
  expect(await screen.findByRole('heading', { name: 'Welcome, Ada Admin' })).toBeVisible();
  expect(window.location.pathname).toBe('/web/');
});

it('clears a wrong password and asks again', async () => {
  await submit(() => refused(401, 'Invalid credentials.'));
  expect(await screen.findByRole('alert')).toHaveTextContent('User name or password is wrong.');
  expect(screen.getByLabelText(/^User name/)).toHaveValue('admin');
  expect(screen.getByLabelText(/^Password/)).toHaveValue('');
  expect(screen.getByLabelText(/^Password/)).toHaveFocus();
});

it.each([
  [refused(401, 'accountDisabled'), /account is disabled/],
  [refused(401, 'accountDisabledTooManyFailedLoginAttempts'), /account is locked/],
  [refused(401, 'somethingElse'), /somethingElse/],
  [refused(500, 'internal'), /Request r-1/],
  [refused(503, 'starting'), /server is starting/],
  ['unreachable' as const, /cannot be reached/],
])('says in plain words what went wrong (%#)', async (answer, words) => {
  await submit(() => answer);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(screen.getByLabelText(/^Password/)).toHaveValue('secret');
});

it('tells that the computer is offline', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await submit(() => 'unreachable');
  expect(await screen.findByRole('alert')).toHaveTextContent(/not connected to a network/);
});

it('waits as long as the server wants', async () => {
  const calls = await submit(() => refused(429, 'tooManyRequests', { 'Retry-After': '1' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts from this address.');
  const button = screen.getByRole('button', { name: 'Log in' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(button);
  expect(calls.filter((call) => call.path === LOGIN)).toHaveLength(1);
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'), { timeout: 2500 });
  expect(await screen.findByText('You can try again now.', {}, { timeout: 2500 })).toBeVisible();
});

it('shows what is typed on demand', async () => {
  fakeServer({ 'anonymous/configuration': () => ok({}) });
  renderConsole('/authentication/login');
  const field = await screen.findByLabelText(/^Password/);
  expect(field).toHaveAttribute('type', 'password');
  await userEvent.tab();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Show what is typed' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveAttribute('type', 'text');
});
