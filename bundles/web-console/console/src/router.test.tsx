// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { sessionStore, toSession } from './session/session-store';
import { fakeServer, loginAnswer, noContent, ok } from './testing/fake-server';
import { renderConsole } from './testing/render-console';

const handlers = { 'anonymous/configuration': () => ok({}), 'authenticated/logout': () => noContent };
const logIn = (changes = {}): void => sessionStore.set(toSession(loginAnswer(changes), Date.now()));

it('asks strangers to log in, and remembers where they wanted to go', async () => {
  fakeServer(handlers);
  renderConsole('/web/change-password?x=1');
  expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
  expect(window.location.search).toBe('?returnTo=%2Fweb%2Fchange-password%3Fx%3D1');
});

it('shows who is logged in', async () => {
  fakeServer(handlers);
  logIn({ lastLoginAt: undefined, roles: ['ROLE_ADMIN', 'ROLE_NEW'] });
  renderConsole('/web/');
  expect(await screen.findByRole('heading', { name: 'Welcome, Ada Admin' })).toBeVisible();
  expect(screen.getByText('Administrator, ROLE_NEW')).toBeVisible();
  expect(screen.getByText('This is your first login.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Menu of Ada Admin' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
  expect(document.title).toBe('Home – Smart EMS');
});

it('sends somebody who is logged in from the login page to the console', async () => {
  fakeServer(handlers);
  logIn();
  renderConsole('/authentication/login');
  expect(await screen.findByRole('heading', { name: /Welcome/ })).toBeVisible();
});

it('keeps the frame around an unknown page', async () => {
  fakeServer(handlers);
  logIn();
  renderConsole('/web/no/such/page');
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Main navigation' })).toBeInTheDocument();
});

it('shows nothing of the console after the log out, not even by the back button', async () => {
  fakeServer(handlers);
  logIn();
  const router = renderConsole('/web/');
  await userEvent.click(await screen.findByRole('button', { name: 'Menu of Ada Admin' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change password' }));
  await screen.findByRole('heading', { name: 'Change password' });
  await userEvent.click(screen.getByRole('button', { name: 'Menu of Ada Admin' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByText('You are logged out.')).toBeVisible();

  act(() => router.history.back());

  await waitFor(() => expect(window.location.pathname).toBe('/authentication/login'));
  expect(screen.queryByRole('navigation')).toBeNull();
});

it('follows another tab that logs out and in again', async () => {
  fakeServer(handlers);
  logIn();
  renderConsole('/web/');
  await screen.findByRole('heading', { name: 'Welcome, Ada Admin' });
  act(() => sessionStore.end('expired'));
  expect(await screen.findByText(/nothing was done for a while/)).toBeVisible();
  act(() => logIn({ username: 'eve', representation: 'Eve' }));
  expect(await screen.findByRole('heading', { name: 'Welcome, Eve' })).toBeVisible();
});

it('hides the password change from users of another directory', async () => {
  fakeServer(handlers);
  logIn({ roles: ['ROLE_ADMIN', 'ROLE_RADIUSUSER'] });
  renderConsole('/web/');
  await userEvent.click(await screen.findByRole('button', { name: 'Menu of Ada Admin' }));
  expect(await screen.findByRole('menuitem', { name: 'Log out' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Change password' })).toBeNull();
});

it('keeps the sidebar as it was left', async () => {
  fakeServer(handlers);
  logIn();
  renderConsole('/web/');
  await userEvent.click(await screen.findByRole('button', { name: 'Collapse the sidebar' }));
  expect(screen.getByRole('button', { name: 'Expand the sidebar' })).toBeVisible();
  expect(localStorage.getItem('smartems.sidebarCollapsed')).toBe('true');
});

it('keeps the frame around a page that throws', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(Date.prototype, 'getMonth').mockImplementation(() => {
    throw new Error('broken page');
  });
  fakeServer(handlers);
  logIn();
  renderConsole('/web/');
  expect(await screen.findByRole('heading', { name: 'This page stopped working' })).toBeVisible();
  expect(screen.getByText('Error: broken page')).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Main navigation' })).toBeInTheDocument();
});

it('leads back from a page that has no form', async () => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  fakeServer({ ...handlers, 'console/resources': () => ok({}) });
  const router = renderConsole('/web/profile');
  await userEvent.click(await screen.findByRole('link', { name: 'Back' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/web'));
});
