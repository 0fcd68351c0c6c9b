package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Urgency of work to the service, which has its price. Open: a value that is not among
 * the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ServiceTier(@JsonValue String value) {

	/**
	 * As the project is set up.
	 */
	public static final ServiceTier AUTO = new ServiceTier("auto");

	/**
	 * The usual one.
	 */
	public static final ServiceTier DEFAULT = new ServiceTier("default");

	/**
	 * Slower and cheaper.
	 */
	public static final ServiceTier FLEX = new ServiceTier("flex");

	/**
	 * Faster and dearer.
	 */
	public static final ServiceTier PRIORITY = new ServiceTier("priority");

	/**
	 * The fastest.
	 */
	public static final ServiceTier ULTRAFAST = new ServiceTier("ultrafast");

	/**
	 * A trial of the service.
	 */
	public static final ServiceTier FAST_TIER_TEMP_PILOT = new ServiceTier("fast_tier_temp_pilot");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ServiceTier {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
