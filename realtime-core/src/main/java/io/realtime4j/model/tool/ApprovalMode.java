package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Approval rule for all tools of an MCP server. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ApprovalMode(@JsonValue String value) implements ApprovalPolicy {

	/**
	 * Every call needs approval.
	 */
	public static final ApprovalMode ALWAYS = new ApprovalMode("always");

	/**
	 * No call needs approval.
	 */
	public static final ApprovalMode NEVER = new ApprovalMode("never");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ApprovalMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
