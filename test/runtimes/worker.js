import {smoke} from './smoke.js'

smoke().then(
  count => postMessage({count}),
  error => postMessage({error: String(error)})
)
