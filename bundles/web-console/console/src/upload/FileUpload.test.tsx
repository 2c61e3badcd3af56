// SPDX-License-Identifier: Apache-2.0
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UploadOptions } from 'tus-js-client';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { makeQueries } from '../queries';
import { Providers } from '../Providers';
import { sessionStore, toSession } from '../session/session-store';
import { loginAnswer } from '../testing/fake-server';
import { FileUpload } from './FileUpload';
import { fingerprint, isWorthRetry } from './resumable';

interface Sent {
  options: UploadOptions;
  calls: string[];
}

const tus = vi.hoisted(() => ({ uploads: [] as Sent[], stored: [] as { urlStorageKey: string; uploadUrl: string; size: number; metadata: { filename: string } }[] }));

vi.mock('tus-js-client', () => ({
  defaultOptions: {
    urlStorage: {
      findAllUploads: async () => tus.stored,
      removeUpload: async (key: string) => void (tus.stored = tus.stored.filter(({ urlStorageKey }) => urlStorageKey !== key)),
    },
  },
  Upload: class {
    url: string | null = null;
    readonly calls: string[] = [];
    readonly options: UploadOptions;
    constructor(_file: File, options: UploadOptions) {
      this.options = options;
      tus.uploads.push(this);
    }
    findPreviousUploads = async (): Promise<unknown[]> => tus.stored;
    resumeFromPreviousUpload = (): void => void this.calls.push('resume');
    start = (): void => {
      this.url = 'https://ems.example/web/tus/upload/T0ken';
      this.calls.push('start');
    };
    abort = async (terminate = false): Promise<void> => void this.calls.push(terminate ? 'terminate' : 'abort');
  },
}));

beforeEach(() => {
  tus.uploads = [];
  tus.stored = [];
  sessionStore.set(toSession(loginAnswer(), Date.now()));
});

const file = new File(['x'.repeat(2000)], 'fw.bin', { lastModified: 5 });

function show(onChange = vi.fn(), error?: string): ReturnType<typeof vi.fn> {
  render(
    <Providers queries={makeQueries()}>
      <FileUpload name="filepath" label="File" purpose="firmware" value="" error={error} required onChange={onChange} />
    </Providers>,
  );
  return onChange;
}

async function choose(): Promise<Sent> {
  fireEvent.change(screen.getByLabelText(/^File/), { target: { files: [file] } });
  await vi.waitFor(() => expect(tus.uploads[0]?.calls).toContain('start'));
  return tus.uploads[0] as Sent;
}

const failed = (status: number): never => Object.assign(new Error('refused'), { originalResponse: { getStatus: () => status } }) as never;

it('sends the file at once, with the token of the session, and hands on what the server calls it', async () => {
  const changed = show();
  const { options } = await choose();
  expect(options.metadata).toEqual({ filename: 'fw.bin', purpose: 'firmware' });
  const headers: Record<string, string> = {};
  await options.onBeforeRequest?.({ setHeader: (name: string, value: string) => void (headers[name] = value) } as never);
  expect(headers.Authorization).toBe(`Bearer ${sessionStore.get()?.token}`);
  act(() => options.onProgress?.(1000, 2000));
  expect(screen.getByText('1000 B of 2.0 kB (50 %)')).toBeVisible();
  expect(screen.getByRole('progressbar', { name: 'File' })).toHaveAttribute('value', '1000');
  act(() => options.onSuccess?.({} as never));
  expect(screen.getByText('The file is complete.')).toBeVisible();
  expect(changed).toHaveBeenLastCalledWith('T0ken');
});

it('pauses, goes on, and cancels on the server too', async () => {
  const changed = show();
  const { calls } = await choose();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(screen.getByText('Paused.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await vi.waitFor(() => expect(calls).toEqual(['abort', 'start', 'abort', 'abort', 'start']));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(calls.at(-1)).toBe('terminate');
  expect(changed).toHaveBeenLastCalledWith('');
  expect(screen.getByLabelText(/^File/)).toHaveAttribute('type', 'file');
});

it('says what is wrong', async () => {
  show();
  const { options } = await choose();
  act(() => options.onError?.(failed(507)));
  expect(screen.getByRole('alert')).toHaveTextContent('The disk of the server is full.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  act(() => options.onError?.(failed(413)));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  act(() => options.onError?.(Object.assign(new Error('lost'), { causingError: new DOMException('', 'NotReadableError') })));
  expect(screen.getByRole('alert')).toHaveTextContent('The file cannot be read any more');
});

it('waits for the server for as long as it is away, with what has arrived there', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  show();
  const { options, calls } = await choose();
  const starts = (): number => calls.filter((call) => call === 'start').length;
  await options.onAfterResponse?.({} as never, { getHeader: (name: string) => (name === 'Upload-Offset' ? '500' : undefined) } as never);
  act(() => options.onProgress?.(1000, 2000));
  expect(options.onShouldRetry?.(failed(423), 0, options)).toBe(true);
  for (let round = 2; round < 12; round += 1) {
    act(() => options.onError?.(new Error('no line')));
    expect(screen.getByRole('status')).toHaveTextContent('Waiting for the server.');
    expect(screen.getByText('500 B of 2.0 kB (25 %)')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(starts()).toBe(round);
  }
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeVisible();
  act(() => options.onError?.(failed(503)));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await vi.waitFor(() => expect(starts()).toBe(12));
  act(() => options.onError?.(failed(503)));
  act(() => void window.dispatchEvent(new Event('online')));
  await vi.waitFor(() => expect(starts()).toBe(13));
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(starts()).toBe(13);
});

it('does not ask for a file while it is sent', async () => {
  show(vi.fn(), 'This is required.');
  expect(screen.getByLabelText(/^File/)).toHaveAccessibleDescription('This is required.');
  await choose();
  expect(screen.getByText(/^The file is not complete on the server yet/)).toBeVisible();
  expect(screen.queryByText('This is required.')).toBeNull();
  act(() => tus.uploads[0]?.options.onProgress?.(1, 2000));
  expect(screen.getByText(/^Sending\./)).toBeVisible();
});

it('tells of an upload that can be continued, and forgets one that the server has no more', async () => {
  const stored = (name: string) => ({ urlStorageKey: `tus::smartems/admin/firmware/${name}::1`, uploadUrl: `https://old/web/tus/upload/${name}`, size: 2000, metadata: { filename: name } });
  tus.stored = [stored('half'), stored('gone'), { ...stored('other'), urlStorageKey: 'tus::smartems/eve/firmware/other::1' }];
  vi.stubGlobal('fetch', async (address: string) =>
    address === '/web/tus/upload/half' ? new Response(null, { status: 200, headers: { 'Upload-Offset': '900' } }) : new Response(null, { status: 404 }),
  );
  show();
  expect(await screen.findByText(/^45 % of half is on the server already/)).toBeVisible();
  expect(tus.stored.map(({ metadata }) => metadata.filename)).toEqual(['half', 'other']);
  expect((await choose()).calls).toEqual(['abort', 'resume', 'start']);
});

it('knows a file again by name, size and date, for the same user alone', () => {
  const key = fingerprint(file, 'firmware');
  expect(fingerprint(new File(['x'.repeat(2000)], 'fw.bin', { lastModified: 5 }), 'firmware')).toBe(key);
  expect(fingerprint(new File(['x'.repeat(2000)], 'fw.bin', { lastModified: 6 }), 'firmware')).not.toBe(key);
  sessionStore.set(toSession(loginAnswer({ username: 'eve' }), Date.now()));
  expect(fingerprint(file, 'firmware')).not.toBe(key);
});

it.each([
  [0, true],
  [401, true],
  [423, true],
  [503, true],
  [403, false],
  [413, false],
  [507, false],
])('after status %i another try is worth it: %s', (status, worth) => {
  expect(isWorthRetry(status)).toBe(worth);
});
