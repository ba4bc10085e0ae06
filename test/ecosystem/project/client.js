// An editor: opens a file, and prints the diagnostics, the edits that format it,
// and the quick fixes, all as the server sends them.

import {spawn} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import process from 'node:process'
import {pathToFileURL} from 'node:url'
import protocol from 'vscode-languageserver-protocol/node'

const {createProtocolConnection, StreamMessageReader, StreamMessageWriter} =
  protocol
const [path = ''] = process.argv.slice(2)
const textDocument = {uri: pathToFileURL(path).href}
const server = spawn(process.execPath, ['server.js', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit']
})
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin)
)
const published = new Promise(resolve => {
  connection.onNotification('textDocument/publishDiagnostics', resolve)
})
connection.listen()
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {},
  workspaceFolders: [{uri: pathToFileURL(process.cwd()).href, name: 'notes'}]
})
await connection.sendNotification('initialized', {})
await connection.sendNotification('textDocument/didOpen', {
  textDocument: {
    ...textDocument,
    languageId: 'markdown',
    version: 1,
    text: await readFile(path, 'utf8')
  }
})
const {diagnostics} = await published
const edits = await connection.sendRequest('textDocument/formatting', {
  textDocument,
  options: {tabSize: 2, insertSpaces: true}
})
const actions = await connection.sendRequest('textDocument/codeAction', {
  textDocument,
  range: {start: {line: 0, character: 0}, end: {line: 1000, character: 0}},
  context: {diagnostics}
})
process.stdout.write(JSON.stringify({diagnostics, edits, actions}))
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')
connection.dispose()
