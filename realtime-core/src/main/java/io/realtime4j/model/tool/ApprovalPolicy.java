package io.realtime4j.model.tool;

/**
 * Which calls of an MCP server need the application's approval: all, none, or some by
 * filter.
 *
 * @since 0.1.0
 */
public sealed interface ApprovalPolicy permits ApprovalMode, ApprovalFilter, UnknownApprovalPolicy {

}
