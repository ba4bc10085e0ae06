// For a page, which also starts a worker: and promises how much both tried.

import {smoke} from './smoke.js'

globalThis.tried = Promise.all([smoke(), runWorker()]).then(
  ([page, worker]) => ({page, worker})
)

function runWorker() {
  const worker = new Worker('worker.js', {type: 'module'})
  return new Promise((resolve, reject) => {
    worker.onerror = ({message}) => reject(new Error(message))
    worker.onmessage = ({data}) => {
      if (data.error) reject(new Error(data.error))
      else resolve(data.count)
    }
  })
}
