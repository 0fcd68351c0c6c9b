package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.boot.autoconfigure.live.RealtimeLiveAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * The contexts that tests run in.
 */
final class RealtimeContext {

	static final String KEY = "realtime.api-key=test-key";

	/**
	 * A scripted server mostly does not answer what it was asked for last.
	 */
	static final String IMPATIENCE = "realtime.close-timeout=100ms";

	private RealtimeContext() {
	}

	/**
	 * Return a runner without a transport of its own, a key or other properties.
	 * @return the runner
	 */
	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class,
				RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class));
	}

	/**
	 * Return a runner of an application with live sessions, which has tools, a key and a
	 * transport.
	 * @param transport the transport
	 * @return the runner
	 */
	static ApplicationContextRunner live(ScriptedTransport transport) {
		return runner(transport).withConfiguration(liveConfigurations())
			.withPropertyValues("realtime.live.model=gpt-live-1");
	}

	static AutoConfigurations liveConfigurations() {
		return AutoConfigurations.of(RealtimeToolAutoConfiguration.class, RealtimeLiveAutoConfiguration.class);
	}

	/**
	 * Return a runner with a key and a transport.
	 * @param transport the transport
	 * @return the runner
	 */
	static ApplicationContextRunner runner(ScriptedTransport transport) {
		return runner().withPropertyValues(KEY, IMPATIENCE).withBean(ScriptedTransport.class, () -> transport);
	}

}
