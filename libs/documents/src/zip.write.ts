import { crc32 } from 'node:zlib';

/** What a container holds, by the path inside it. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

/** The fields that a local header and a line of the table of contents have in common: stored, not compressed. */
function commonFields(name: Buffer, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(0x0021, 8); // 1 January 1980, the first day that zip knows
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip container with its parts as they are, uncompressed: for readers that take nothing else. */
export function writeZip(parts: ZipParts): Buffer {
  const files: Uint8Array[] = [];
  const contents: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path, 'utf8');
    const fields = commonFields(name, content);
    const file = [signature(0x04034b50), fields, name, content];
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    contents.push(signature(0x02014b50), Buffer.from([20, 0]), fields, rest, name);
    files.push(...file);
    offset += file.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(
    contents.reduce((sum, part) => sum + part.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...contents, signature(0x06054b50), end]);
}
