#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it finds Node 26, which runs the TypeScript sources as they are.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  // Kept inside the checkout, not in a temporary folder that other users of the machine could fill.
  nodeModule.enableCompileCache(join(root, 'node_modules', '.cache', 'compiled'))
  const { main } = await import('../src/cli.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  runAgainWith(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node'))
}

function runAgainWith(newNode) {
  if (!existsSync(newNode)) {
    process.stderr.write(
      `Rooftree needs Node ${wanted}; this is Node ${process.versions.node}, and none came with the packages.\n` +
        `Run "npm ci" in ${root} (with optional packages, on Linux, macOS or Windows x64), or install Node ${wanted}.\n`,
    )
    process.exitCode = 1
    return
  }
  const child = spawn(newNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })

  // At a terminal Ctrl-C and Ctrl-\ reach both processes; passing them on would make the child hear them twice.
  const atTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  const heardByBoth = atTerminal ? ['SIGINT', 'SIGQUIT'] : []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']) {
    process.on(signal, () => {
      if (!heardByBoth.includes(signal)) child.kill(signal)
    })
  }
  child.once('error', (fault) => {
    process.stderr.write(`Rooftree could not start Node ${wanted}: ${fault.message}\n`)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code
      return
    }
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
