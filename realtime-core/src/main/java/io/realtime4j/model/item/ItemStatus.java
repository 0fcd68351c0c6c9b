package io.realtime4j.model.item;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Status of an item. Open: a value that is not among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ItemStatus(@JsonValue String value) {

	/**
	 * Complete.
	 */
	public static final ItemStatus COMPLETED = new ItemStatus("completed");

	/**
	 * Ended early.
	 */
	public static final ItemStatus INCOMPLETE = new ItemStatus("incomplete");

	/**
	 * Being generated.
	 */
	public static final ItemStatus IN_PROGRESS = new ItemStatus("in_progress");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ItemStatus {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
