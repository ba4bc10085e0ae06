// Asks a folder of notes questions with DuckDB.
//
//     npm install chatmd @duckdb/node-api
//     npx chatmd convert --to ndjson notes -o chats.ndjson
//     node duckdb.js chats.ndjson turns.parquet 'notes/**/*.md'

import process from 'node:process'
import {
  DuckDBInstance,
  DuckDBScalarFunction,
  INTEGER,
  VARCHAR
} from '@duckdb/node-api'
import {parse} from 'chatmd'

const [chats = 'chats.ndjson', parquet = 'turns.parquet', notes] =
  process.argv.slice(2)
const connection = await (await DuckDBInstance.create()).connect()

await run(`create view turns as
  select file, title, left(config::json ->> 'created', 7) as month, turn.*
  from read_json(${quote(chats)}, format = 'newline_delimited')
    cross join unnest(turns) as unnested(turn)`)

await print(
  'Turns by model',
  `select coalesce(model, '(none)') as model, count(*)::integer as turns
  from turns where role = 'assistant' group by all order by turns desc, model`
)

// Note: a token has some four characters of English, and fewer of others.
await print(
  'Tokens by month, as characters / 4',
  `select month, round(sum(length(content)) / 4)::integer as tokens
  from turns group by all order by month`
)

await run(`copy (from turns) to ${quote(parquet)} (format parquet)`)

if (notes !== undefined) {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: 'count_turns',
      parameterTypes: [VARCHAR],
      returnType: INTEGER,
      mainFunction: countTurns
    })
  )
  await print(
    'Longest notes, read by chatmd in DuckDB',
    `select parse_filename(filename) as note, count_turns(content) as turns
    from read_text(${quote(notes)}) order by turns desc, note limit 5`
  )
}

/** Count the turns of each note of a chunk of rows. */
function countTurns(_info, rows, output) {
  rows.getColumnValues(0).forEach((note, row) => {
    output.setItem(row, parse(note, {position: false}).children.length)
  })
  output.flush()
}

async function print(title, sql) {
  const rows = await (await run(sql)).getRowObjectsJson()
  const lines = rows.map(row => `  ${Object.values(row).join('  ')}\n`)
  process.stdout.write(`${title}\n${lines.join('')}`)
}

function run(sql) {
  return connection.runAndReadAll(sql)
}

function quote(value) {
  return `'${value.replaceAll("'", "''")}'`
}
