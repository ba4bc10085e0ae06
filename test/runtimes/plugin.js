// A plugin of Obsidian; `tried` says how many parts it tried.

import {Plugin} from 'obsidian'
import {smoke} from './smoke.js'

export default class extends Plugin {
  async onload() {
    this.tried = await smoke()
  }
}
