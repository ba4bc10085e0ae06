/** The dialect that is meant where none is named. */
export {chatgptMd as defaultDialect} from './dialects/chatgpt-md/index.ts'
