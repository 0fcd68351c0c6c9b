package io.realtime4j.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Convention for the observation of a response. A bean of this type replaces the default.
 *
 * @since 0.1.0
 */
public interface ResponseObservationConvention extends ObservationConvention<ResponseObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ResponseObservationContext;
	}

}
