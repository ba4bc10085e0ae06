import type {Rule} from '../../rule.ts'
import {ambiguousRole} from './ambiguous-role.ts'
import {commaInFlowList} from './comma-in-flow-list.ts'
import {
  commentAcrossTurns,
  repeatedComment,
  unclosedComment
} from './comments.ts'
import {delimiterInCode} from './delimiter-in-code.ts'
import {emptyTurn} from './empty-turn.ts'
import {falseFrontmatter} from './false-frontmatter.ts'
import {fencedDelimiter} from './fenced-delimiter.ts'
import {malformedDelimiter} from './malformed-delimiter.ts'
import {misplacedFrontmatter} from './misplaced-frontmatter.ts'
import {misplacedSettings} from './misplaced-settings.ts'
import {missingDelimiter} from './missing-delimiter.ts'
import {misspelledKey} from './misspelled-key.ts'
import {repeatedRole} from './repeated-role.ts'
import {roleMarkerInContent} from './role-marker-in-content.ts'
import {roleMarkerInHeader} from './role-marker-in-header.ts'
import {secretInConfig} from './secret-in-config.ts'
import {textAfterHeader} from './text-after-header.ts'
import {textBetweenRules} from './text-between-rules.ts'
import {unclosedFence} from './unclosed-fence.ts'
import {unclosedFrontmatter} from './unclosed-frontmatter.ts'
import {unknownRole} from './unknown-role.ts'

const list = [
  ambiguousRole,
  commaInFlowList,
  commentAcrossTurns,
  delimiterInCode,
  emptyTurn,
  falseFrontmatter,
  fencedDelimiter,
  malformedDelimiter,
  misplacedFrontmatter,
  misplacedSettings,
  missingDelimiter,
  misspelledKey,
  repeatedComment,
  repeatedRole,
  roleMarkerInContent,
  roleMarkerInHeader,
  secretInConfig,
  textAfterHeader,
  textBetweenRules,
  unclosedComment,
  unclosedFence,
  unclosedFrontmatter,
  unknownRole
] as const

/** Names of the rules. */
export type ChatGptMdRuleId = (typeof list)[number]['ruleId']

/** The rules of `parse`. */
export const readingRules: ReadonlyArray<Rule> = [
  misplacedFrontmatter,
  missingDelimiter,
  textAfterHeader,
  unclosedFrontmatter,
  unknownRole
]

/** All rules for a note of ChatGPT MD. */
export const rules: ReadonlyArray<Rule> = list
