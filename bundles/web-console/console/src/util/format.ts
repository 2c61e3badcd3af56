// SPDX-License-Identifier: Apache-2.0

const two = (number: number): string => String(number).padStart(2, '0');

/** mm:ss until the end, never negative; an hour and more stays in minutes. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** dd-mm-yyyy hh:mm:ss in the time zone of the reader; what is no time stays as it is. */
export function formatTimestamp(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const date = `${two(at.getDate())}-${two(at.getMonth() + 1)}-${at.getFullYear()}`;
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A time of the server as an input for a local date and time shows it, to the minute. */
export function toLocal(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return '';
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The way back: the moment in UTC as the server takes it. */
export function fromLocal(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().replace(/\.\d+Z$/, 'Z');
}
