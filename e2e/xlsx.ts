// SPDX-License-Identifier: Apache-2.0
import { inflateRawSync } from 'node:zlib';

/** The rows of the first sheet of an Excel file, each with its texts. */
export function rowsOf(file: Buffer): string[][] {
  const sheet = entry(file, 'xl/worksheets/sheet1.xml');
  const shared = texts(entry(file, 'xl/sharedStrings.xml'), 'si');
  return texts(sheet, 'row').map((row) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', content = '']) => {
      const plain = content.replace(/<[^>]*>/g, '');
      return /\bt="s"/.test(attributes) ? (shared[Number(plain)] ?? '').replace(/<[^>]*>/g, '') : plain;
    }),
  );
}

const texts = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'gs'))].map(([, content = '']) => content);

/** What the directory at the end of a zip file says of an entry is right, whatever the header before the entry says. */
function entry(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const header = zip.readUInt32LE(at + 42);
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  return '';
}
