package io.realtime4j.model.tool;

/**
 * Policy for calls of an MCP server: approval is required for all, for none, or for some
 * by filter.
 *
 * @since 0.1.0
 */
public sealed interface ApprovalPolicy permits ApprovalMode, ApprovalFilter, UnknownApprovalPolicy {

}
