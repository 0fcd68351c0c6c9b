package io.realtime4j.sample.headless;

import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.RealtimeSessionSpecCustomizer;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the session end when the server is not there: nobody waits at a command line for a
 * server that may come later.
 */
@Component
@Profile("headless")
class OneAttempt implements RealtimeSessionSpecCustomizer {

	@Override
	public void customize(SessionSpec.Builder spec) {
		spec.failFast(true);
	}

}
