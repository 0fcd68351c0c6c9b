package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The one who is to do delegated work. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record DelegationTarget(@JsonValue String value) {

	/**
	 * The application.
	 */
	public static final DelegationTarget CLIENT = new DelegationTarget("client");

	/**
	 * A model of the Responses API.
	 */
	public static final DelegationTarget RESPONSES = new DelegationTarget("responses");

	/**
	 * A model that answers set questions.
	 */
	public static final DelegationTarget DECISIONS = new DelegationTarget("decisions");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DelegationTarget {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
