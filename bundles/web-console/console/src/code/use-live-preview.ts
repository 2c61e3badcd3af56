// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'react';
import { request } from '../api/client';

const calls: Record<string, string> = { 1: 'primary', 2: 'secondary', 3: 'tertiary' };
/** How long nobody types before the server is asked. */
const pause = 400;

export interface Draft {
  generator: string;
  content: string;
  /** Of the config, 1 to 3. */
  slot: string;
  device: number | string | undefined;
  /** Missing variables are no error. */
  lenient: boolean;
}

export interface LivePreview {
  /** The last text that could be made for this device, maybe of an earlier draft. */
  text: string | undefined;
  /** Whether it is made of the draft as it is now. */
  current: boolean;
  /** Why the draft as it is now makes no text. */
  failure: unknown;
  busy: boolean;
  again(): void;
}

interface Made {
  draft: object;
  device: Draft['device'];
  slot: string;
  text: string;
}

/** What a device would get of a text that is being typed. A question that is out of date is cancelled. */
export function useLivePreview({ generator, content, slot, device, lenient }: Draft): LivePreview {
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<Made>();
  const [failed, setFailed] = useState<{ draft: object; failure: unknown }>();
  const complete = device !== undefined && calls[slot] !== undefined && generator !== '' && content.trim() !== '';
  const draft = useMemo(() => ({ generator, content, slot, device, lenient, round }), [generator, content, slot, device, lenient, round]);

  useEffect(() => {
    if (!complete) return;
    const controller = new AbortController();
    const { signal } = controller;
    const body = { generator: draft.generator, content: draft.content, lenient: draft.lenient };
    const path = `device/${encodeURIComponent(String(draft.device))}/preview/config/${calls[draft.slot]}`;
    const timer = setTimeout(() => {
      request<string>(path, { body, signal }).then(
        (text) => !signal.aborted && setMade({ draft, device: draft.device, slot: draft.slot, text }),
        (failure: unknown) => !signal.aborted && setFailed({ draft, failure }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [complete, draft]);

  const known = made !== undefined && made.device === device && made.slot === slot;
  const current = known && made.draft === draft;
  const failure = complete && failed?.draft === draft ? failed.failure : undefined;
  return {
    text: known ? made.text : undefined,
    current,
    failure,
    busy: complete && !current && failure === undefined,
    again: () => setRound((before) => before + 1),
  };
}
