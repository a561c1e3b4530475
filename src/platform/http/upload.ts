import type { FastifyRequest } from 'fastify'
import type { FormFields } from './form.ts'
import type { Upload } from './route.ts'

/** A delivery may be large: it goes to disk as it arrives, so that its size costs no memory. @param fileSize the setting ROOFTREE_UPLOAD_MB, in bytes */
export const uploadLimits = (fileSize = 500_000_000) => ({
  fileSize,
  files: 1,
  fields: 20,
  fieldSize: 10_000,
  parts: 21,
})

/**
 * The fields that stand before the file, and the file as a stream that nobody has read yet: who sends it, and whether from a page of ours, is
 * asked before its first byte is taken. What stands after the file is not read.
 */
export const uploadOf = async (
  request: FastifyRequest,
): Promise<{ readonly form: FormFields; readonly upload?: Upload }> => {
  const form: Record<string, string> = {}
  const parts = request.parts()
  for (;;) {
    const next = await parts.next()
    if (next.done === true) return { form }
    const part = next.value
    if (part.type === 'file')
      return { form, upload: { name: part.filename, stream: part.file, cut: () => part.file.truncated } }
    if (typeof part.value === 'string') form[part.fieldname] = part.value
  }
}
