export {
  fromGeminiTakeout,
  geminiTakeout
} from './convert/gemini-takeout/index.ts'
export {geminiTakeoutEntrySchema as geminiTakeoutSchema} from './convert/gemini-takeout/schema.ts'
