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
import {fixMisplacedFrontmatter} from './fix-misplaced-frontmatter.ts'
import {fixMissingDelimiter} from './fix-missing-delimiter.ts'
import {fixTextAfterHeader} from './fix-text-after-header.ts'
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
import {unlistedSystemCommands} from './unlisted-system-commands.ts'
import {withFixes} from './with-fixes.ts'

const list = [
  ambiguousRole,
  commaInFlowList,
  commentAcrossTurns,
  delimiterInCode,
  emptyTurn,
  falseFrontmatter,
  fencedDelimiter,
  malformedDelimiter,
  /* @__PURE__ */ withFixes(misplacedFrontmatter, fixMisplacedFrontmatter),
  misplacedSettings,
  /* @__PURE__ */ withFixes(missingDelimiter, fixMissingDelimiter),
  misspelledKey,
  repeatedComment,
  repeatedRole,
  roleMarkerInContent,
  roleMarkerInHeader,
  secretInConfig,
  /* @__PURE__ */ withFixes(textAfterHeader, fixTextAfterHeader),
  textBetweenRules,
  unclosedComment,
  unclosedFence,
  unclosedFrontmatter,
  unknownRole,
  unlistedSystemCommands
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
