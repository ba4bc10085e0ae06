/** The dialect that is meant where none is named, to read and to check. */
export {
  chatgptMd as defaultCheckDialect,
  chatgptMdReader as defaultDialect
} from './dialects/chatgpt-md/index.ts'
