import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { z } from 'zod'
import { filledOnce } from './private-folder.ts'

/** Starts a Chromium: the one that comes by npm on Linux x64, elsewhere the Chrome or Chromium of the machine. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = isLinuxX64() ? await packagedChromium() : installedChrome()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Web security and process isolation stay on, unlike in the package's own list: pages are tested as people meet them.
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--no-default-browser-check',
      '--no-pings',
    ],
  })
}

type Program = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

function isLinuxX64(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

async function packagedChromium(): Promise<Program> {
  const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const folder = await filledOnce(`chromium-${manifest.version}`, (staging) => unpack(join(root, 'bin'), staging))
  return {
    executablePath: join(folder, 'chromium'),
    // Its own security libraries and letters, so that a bare machine needs no system packages.
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

// The package unpacks into the temporary folder of its process and nowhere else, hence a process with a folder of its own.
async function unpack(packed: string, folder: string): Promise<void> {
  const program = `
    import { inflate } from '@sparticuz/chromium'
    const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(names.map((name) => inflate(process.argv[1] + '/' + name)))`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, packed], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
  })
  await writeFile(join(folder, 'fonts.conf'), fontSettings)
}

// The packaged font stands for every family a machine lacks, so that screenshots agree; other scripts use the machine's.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>Arial</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function installedChrome(): Program {
  const executablePath = process.env['ROOFTREE_CHROME'] ?? usualPlaces.find((place) => existsSync(place))
  if (executablePath === undefined) {
    throw new Error('no Chrome or Chromium found on this machine: install one, or name it in ROOFTREE_CHROME')
  }
  return { executablePath, env: {} }
}
