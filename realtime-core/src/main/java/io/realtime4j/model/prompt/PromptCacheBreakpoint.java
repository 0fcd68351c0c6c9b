package io.realtime4j.model.prompt;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Mark up to which a prompt may be cached.
 *
 * @param mode how the break is said
 * @param ttl how long the cache lives, or {@code null} if absent
 * @since 0.1.0
 */
public record PromptCacheBreakpoint(PromptCacheMode mode, @Nullable PromptCacheTtl ttl) {

	/**
	 * Create a new {@link PromptCacheBreakpoint} instance.
	 */
	public PromptCacheBreakpoint {
		Objects.requireNonNull(mode, "'mode' must not be null");
	}

}
