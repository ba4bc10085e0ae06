import {createUnifiedLanguageServer} from 'unified-language-server'

createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: ['chatmd/remark'],
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc'
})
