// For a runtime with a command line: prints how much was tried.

import {smoke} from './smoke.js'

console.log(await smoke())
