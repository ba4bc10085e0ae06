import * as mdx from 'eslint-plugin-mdx'

export default [mdx.flat]
