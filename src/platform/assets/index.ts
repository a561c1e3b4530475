export { assetCacheControl, assetPath, assets } from './assets.ts'
