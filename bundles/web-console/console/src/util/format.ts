// SPDX-License-Identifier: Apache-2.0
import { readDay, writeDay } from '../profile/date-format';
import { preferences } from '../profile/preferences';

const two = (number: number): string => String(number).padStart(2, '0');

/** mm:ss until the end, never negative; an hour and more stays in minutes. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

function dayOf(at: Date): string {
  return writeDay(preferences.dateFormat(), { day: at.getDate(), month: at.getMonth() + 1, year: at.getFullYear() });
}

/** Date and time to the second as this user wants dates, in the time zone of the reader; what is no time stays as it is. */
export function formatTimestamp(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A moment of the server as somebody types one, to the minute; empty for what is no moment. */
export function toTyped(text: string): string {
  return Number.isNaN(new Date(text).getTime()) ? '' : formatTimestamp(text).slice(0, -3);
}

/** The way back: the moment in UTC as the server takes it, or undefined for what is no moment. The time may be left out. */
export function fromTyped(text: string): string | undefined {
  const found = /^(\S+?)(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  const read = found && readDay(preferences.dateFormat(), found[1] ?? '');
  if (!found || !read) return undefined;
  const { day, month, year } = read;
  const [hour = 0, minute = 0, second = 0] = found.slice(2).map((part) => (part ? Number(part) : undefined));
  const at = new Date(year, month - 1, day, hour, minute, second);
  // the 31st of February would be a day in March
  const same = at.getDate() === day && at.getMonth() === month - 1 && at.getHours() === hour && at.getMinutes() === minute;
  return same ? at.toISOString().replace(/\.\d+Z$/, 'Z') : undefined;
}

/** As the browser's own calendar takes and gives a local date and time. */
export function toPicker(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return '';
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function fromPicker(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().replace(/\.\d+Z$/, 'Z');
}
