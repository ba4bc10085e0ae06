// A plugin of Obsidian; what it tried is there once it is loaded.

import {Plugin} from 'obsidian'
import {smoke} from './smoke.js'

export default class extends Plugin {
  async onload() {
    this.tried = await smoke()
  }
}
