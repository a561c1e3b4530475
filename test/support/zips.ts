import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip made for a test, honest unless it says otherwise. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Buffer
  /** Not compressed, which is quicker to make. */
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly link?: boolean
  /** Size the directory claims, whatever the content has. */
  readonly claims?: number
  readonly wrongChecksum?: boolean
}

/** A zip, byte by byte (PKWARE APPNOTE 4.3), so that a test can lie in any field of it. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.stored === true ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.encrypted === true ? 1 : 0, 2)
    fields.writeUInt16LE(entry.stored === true ? 0 : 8, 4)
    fields.writeUInt32LE((crc32(content) ^ (entry.wrongChecksum === true ? 1 : 0)) >>> 0, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claims ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.link === true ? 0o12_0777 * 0x1_0000 : 0, 6)
    tail.writeUInt32LE(offset, 10)
    // Version made by: 3 in the upper byte is Unix, which is where links are.
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006'), end])
}
