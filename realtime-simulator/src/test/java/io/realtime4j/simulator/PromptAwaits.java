package io.realtime4j.simulator;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets all tests of the module look at once for what they wait for, and often: a tenth of
 * a second for each would be a large part of the build. What cannot be read yet, such as
 * a file that is not there, is looked for again, and fails the test only in the end.
 */
public final class PromptAwaits implements BeforeAllCallback {

	private static final Duration INTERVAL = Duration.ofMillis(10);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultPollDelay(Duration.ZERO);
		Awaitility.setDefaultPollInterval(INTERVAL);
		Awaitility.ignoreExceptionsByDefault();
	}

}
