package io.realtime4j.model.tool;

import org.jspecify.annotations.Nullable;

/**
 * Approval rules for individual tools.
 *
 * @param always tools that always need approval, or {@code null} if absent
 * @param never tools that never need approval, or {@code null} if absent
 * @since 0.1.0
 */
public record ApprovalFilter(@Nullable McpToolFilter always, @Nullable McpToolFilter never) implements ApprovalPolicy {

}
