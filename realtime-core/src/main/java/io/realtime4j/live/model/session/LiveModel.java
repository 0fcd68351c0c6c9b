package io.realtime4j.live.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A model that holds live conversations. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record LiveModel(@JsonValue String value) {

	/**
	 * The model {@code gpt-live-1}.
	 */
	public static final LiveModel GPT_LIVE_1 = new LiveModel("gpt-live-1");

	/**
	 * The model {@code gpt-live-1.1}.
	 */
	public static final LiveModel GPT_LIVE_1_1 = new LiveModel("gpt-live-1.1");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LiveModel {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
