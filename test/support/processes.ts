import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { readdir, readFile } from 'node:fs/promises'

/** The children of a process, as the system tells it. */
export async function childrenOf(parent: number): Promise<readonly number[]> {
  const pairs = process.platform === 'linux' ? await pairsFromProc() : await pairsFromPs()
  return pairs.filter((pair) => pair.parent === parent).map((pair) => pair.pid)
}

type Pair = { readonly pid: number; readonly parent: number }

// Small images have no ps, so Linux is read at the source.
async function pairsFromProc(): Promise<readonly Pair[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const pairs = await Promise.all(
    names.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      const parent = afterProgramName(stat)[1]
      return { pid: Number(name), parent: Number(parent ?? -1) }
    }),
  )
  return pairs
}

async function pairsFromPs(): Promise<readonly Pair[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  return stdout.split('\n').map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number)
    return { pid: pid ?? -1, parent: parent ?? -1 }
  })
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    if (!isNoSuchProcess(fault)) throw fault
  }
}

/** Also true of a process that has ended while nobody has asked for its exit code yet, as in containers without an init. */
export async function hasEnded(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (fault) {
    return isNoSuchProcess(fault)
  }
  if (process.platform !== 'linux') return false
  const state = afterProgramName(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))[0]
  return state === undefined || state === '' || state === 'Z' || state === 'X'
}

function isNoSuchProcess(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH'
}

// pid (program name, which may hold spaces and brackets) state parent …
function afterProgramName(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/**
 * Sets a guard that ends the PostgreSQL of a folder and removes the folder when the present process is gone, even by
 * kill -9: the guard waits at a pipe that the system closes for us.
 */
export function guardFolder(folder: string): { dismiss(): void } {
  if (process.platform === 'win32') return { dismiss() {} }
  // The file may name a server that is long gone and whose number another program has now, hence the look at its name.
  const script = `
    cat >/dev/null
    pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null || echo postgres)" = postgres ]; then
      kill -QUIT "$pid" 2>/dev/null
      tries=0
      while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
    fi
    rm -rf "$1"`
  const guard = spawn('/bin/sh', ['-c', script, 'guard', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  guard.stdin.on('error', () => {})
  return {
    dismiss() {
      // The guard leads a group of its own, and the cat it waits for must go with it.
      if (guard.pid !== undefined && guard.exitCode === null) killNow(-guard.pid)
    },
  }
}
