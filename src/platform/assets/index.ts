export { type Asset, assetCacheControl, type AssetName, assetPath, assets } from './assets.ts'
