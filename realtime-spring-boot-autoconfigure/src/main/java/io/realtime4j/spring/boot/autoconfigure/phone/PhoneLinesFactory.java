package io.realtime4j.spring.boot.autoconfigure.phone;

import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.engine.PhoneSettings;

/**
 * Internal factory of the engines of the carriers.
 *
 * @param service makes the sessions
 * @param threads what the engines run on
 * @param places counts all calls of the application
 */
public record PhoneLinesFactory(PhoneLines.Service service, PhoneLines.Threads threads, CallPlaces places) {

	/**
	 * Create the engine of a carrier.
	 * @param settings its settings
	 * @return the engine
	 */
	public PhoneLines create(PhoneSettings settings) {
		return new PhoneLines(this.service, settings, this.threads, this.places);
	}

}
