import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What `/metrics` tells: counts and times by route, never who or about whom. */
interface Measures {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly faults: Counter
  readonly refusals: Counter
}

export const openMeasures = (): Measures => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'rooftree_' })
  return {
    registry,
    requests: new Histogram({
      name: 'rooftree_request_seconds',
      help: 'Time to answer, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    faults: new Counter({
      name: 'rooftree_faults_total',
      help: 'Answers that ended in a fault of ours.',
      registers: [registry],
    }),
    refusals: new Counter({
      name: 'rooftree_refusals_total',
      help: 'Times somebody was told that a page is not open to them.',
      registers: [registry],
    }),
  }
}
