import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Fault } from '#platform/fault.ts'
import { withHouseFont, withoutReservedMarks, withoutSourceMap } from './house-style.ts'

interface Asset {
  readonly name: string
  /** Its address, with a hash of the content: a changed file has a new address, so the old may be kept for ever. */
  readonly path: string
  readonly body: Buffer
  readonly gzip: Buffer
  readonly type: string
  readonly etag: string
}

type AssetName =
  | 'govuk-frontend.css'
  | 'moj-frontend.css'
  | 'rooftree.css'
  | 'govuk-frontend.js'
  | 'rooftree.js'
  | 'rooftree.svg'

/** What every answer for an asset may say. */
export const assetCacheControl = 'public, max-age=31536000, immutable'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const manifestOf = (manifest: string): string => dirname(fileURLToPath(import.meta.resolve(manifest)))
const govuk = join(manifestOf('govuk-frontend/package.json'), 'dist/govuk')
const moj = join(manifestOf('@ministryofjustice/frontend/package.json'), 'moj')
const own = import.meta.dirname

const text = (...parts: readonly string[]): string => readFileSync(join(...parts), 'utf8')

const assetOf = (name: string, content: string | Buffer): Asset => {
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  const dot = name.lastIndexOf('.')
  const extension = name.slice(dot + 1)
  const type = types[extension]
  if (type === undefined) throw new Fault('assets.type', `No media type for ${name}`)
  return {
    name,
    path: `/assets/${name.slice(0, dot)}.${hash}.${extension}`,
    body,
    gzip: gzipSync(body),
    type,
    etag: `"${hash}"`,
  }
}

/** The style sheet names pictures by fixed addresses; each becomes an asset of its own and the sheet follows. */
const withPictures = (css: string, pictures: Asset[]): string =>
  css.replace(/url\(\/assets\/images\/([a-z-]+\.svg)\)/g, (_whole, name: string) => {
    const picture = assetOf(name, text(moj, 'assets/images', name))
    if (!pictures.some((known) => known.name === name)) pictures.push(picture)
    return `url(${picture.path})`
  })

/** A published style sheet as we serve it. */
const styleSheet = (...parts: readonly string[]): string =>
  withHouseFont(withoutReservedMarks(withoutSourceMap(text(...parts))))

/** Laid one over the other in this order; the last two depend on the window and the medium. */
const houseStyle = [
  'house',
  'header',
  'known-then',
  'components',
  'people',
  'family',
  'home',
  'desk',
  'footer',
  'narrow',
  'paper',
] as const

/**
 * Scripts that many computers here have no letters for. A browser fetches a file only for a page on which such a name stands
 * (`unicode-range`). SIL Open Font Licence.
 */
const scripts = [
  { family: 'Noto Sans Bengali', font: 'noto-sans-bengali', subset: 'bengali' },
  { family: 'Noto Sans Arabic', font: 'noto-sans-arabic', subset: 'arabic' },
] as const

const fontsOf = (fonts: Asset[]): string =>
  scripts
    .flatMap(({ family, font, subset }) =>
      [400, 700].map((weight) => {
        const folder = manifestOf(`@fontsource/${font}/package.json`)
        const name = `${font}-${subset}-${weight}-normal.woff2`
        const asset = assetOf(name, readFileSync(join(folder, 'files', name)))
        fonts.push(asset)
        const ranges = z.record(z.string(), z.string()).parse(JSON.parse(text(folder, 'unicode.json')))
        return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: swap; src: url(${asset.path}) format('woff2'); unicode-range: ${ranges[subset] ?? 'U+25CC'}; }`
      }),
    )
    .join('\n')

const build = (): readonly Asset[] => {
  const pictures: Asset[] = []
  const fonts: Asset[] = []
  const fontFaces = fontsOf(fonts)
  const mojCss = withPictures(styleSheet(moj, 'moj-frontend.min.css'), pictures)
  const govukScript = assetOf('govuk-frontend.js', withoutSourceMap(text(govuk, 'govuk-frontend.min.js')))
  const ownScript = text(own, 'rooftree.js').replace('./govuk-frontend.js', govukScript.path)
  return [
    assetOf('govuk-frontend.css', styleSheet(govuk, 'govuk-frontend.min.css')),
    assetOf('moj-frontend.css', mojCss),
    assetOf('rooftree.css', [fontFaces, ...houseStyle.map((part) => text(own, 'style', `${part}.css`))].join('\n')),
    govukScript,
    assetOf('rooftree.js', ownScript),
    assetOf('rooftree.svg', text(own, 'rooftree.svg')),
    ...pictures,
    ...fonts,
  ]
}

let built: ReadonlyMap<string, Asset> | undefined
let paths: ReadonlyMap<string, string> | undefined

/** Everything a page loads, by address, read once and kept in memory. */
export const assets = (): ReadonlyMap<string, Asset> => {
  built ??= new Map(build().map((asset) => [asset.path, asset]))
  return built
}

export const assetPath = (name: AssetName): string => {
  paths ??= new Map([...assets().values()].map((asset) => [asset.name, asset.path]))
  const path = paths.get(name)
  if (path === undefined) throw new Fault('assets.unknown', `There is no asset named ${name}`)
  return path
}
