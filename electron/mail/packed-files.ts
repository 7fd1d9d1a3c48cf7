// Many small files as one: compressed together, they take less than half the room. First how long the table is (four bytes,
// little-endian), then the table as JSON, name → [start, end], then their contents one after the other.

export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const places: Record<string, readonly [number, number]> = {};
  let end = 0;
  for (const [name, content] of files) {
    places[name] = [end, end + content.length];
    end += content.length;
  }
  const table = new TextEncoder().encode(JSON.stringify(places));
  const packed = new Uint8Array(4 + table.length + end);
  new DataView(packed.buffer).setUint32(0, table.length, true);
  packed.set(table, 4);
  let at = 4 + table.length;
  for (const content of files.values()) {
    packed.set(content, at);
    at += content.length;
  }
  return packed;
}

/** What it answers are windows on `packed`, not copies. Throws where that was not packed here. */
export function unpackFiles(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { buffer, byteOffset, byteLength } = packed;
  const start = 4 + new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  const places: Readonly<Record<string, readonly [number, number]>> = JSON.parse(
    new TextDecoder().decode(packed.subarray(4, start)),
  );
  return new Map(
    Object.entries(places).map(([name, [from, to]]) => [name, packed.subarray(start + from, start + to)] as const),
  );
}
