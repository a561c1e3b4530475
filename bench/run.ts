/** Which measurements there are, or one of them: `npm run bench`, `npm run bench -- append`. Each takes minutes and prints its own floor. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const [name, ...words] = process.argv.slice(2)
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .toSorted()
if (name === undefined || !known.includes(name)) {
  process.stderr.write(
    `npm run bench -- <name>, where the name is one of ${known.join(', ')}. bench/README.md tells what each measures.\n`,
  )
  process.exitCode = name === undefined ? 0 : 2
} else {
  const child = spawn(process.execPath, [`${folder}${name}.ts`, ...words], { stdio: 'inherit' })
  await once(child, 'close')
  process.exitCode = child.exitCode ?? 1
}
