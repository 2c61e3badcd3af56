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

/** A moment of the server as somebody types one, to the minute: dd-mm-yyyy hh:mm. */
export function toTyped(text: string): string {
  const shown = formatTimestamp(text);
  return /^\d{2}-\d{2}-\d{4} \d{2}:\d{2}:\d{2}$/.test(shown) ? shown.slice(0, -3) : '';
}

/** The way back: the moment in UTC as the server takes it, or undefined for what is no moment. The time may be left out. */
export function fromTyped(text: string): string | undefined {
  const found = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  if (!found) return undefined;
  const [day, month, year, hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => (part ? Number(part) : undefined));
  const at = new Date(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  // the 31st of February would be a day in March
  const same = at.getDate() === day && at.getMonth() === (month ?? 0) - 1 && at.getHours() === hour && at.getMinutes() === minute;
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
