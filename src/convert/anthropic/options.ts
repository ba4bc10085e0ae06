import type {ModelOptions} from '../to-model.ts'

/** Versions of the API, as its header `anthropic-version` names them. */
export const apiVersions = ['2026-10-21', '2023-06-01'] as const

/** Version of the API. */
export type AnthropicVersion = (typeof apiVersions)[number]

/** Options of `toAnthropic`. */
export interface AnthropicOptions extends ModelOptions {
  /**
   * Version of the API that the request is for: the older one takes a
   * temperature, the newer one instructions in the middle
   * (default: `'2026-10-21'`).
   */
  apiVersion?: AnthropicVersion | null | undefined
  /**
   * Most tokens an answer may have, where the settings do not say
   * (default: `4096`).
   */
  maxTokens?: number | null | undefined
}

/** Options, with their defaults. */
export type AnthropicSettings = Readonly<AnthropicOptions> & {
  apiVersion: AnthropicVersion
  maxTokens: number
}

/**
 * Fill in options.
 *
 * @throws {TypeError} If the version is none.
 */
export function toSettings(
  options: Readonly<AnthropicOptions> | null | undefined
): AnthropicSettings {
  const apiVersion = options?.apiVersion ?? apiVersions[0]
  if (!apiVersions.includes(apiVersion)) {
    throw new TypeError(
      `Unexpected \`options.apiVersion\` \`${apiVersion}\`, expected \`${apiVersions.join('` or `')}\``
    )
  }
  return {...options, apiVersion, maxTokens: options?.maxTokens ?? 4096}
}
