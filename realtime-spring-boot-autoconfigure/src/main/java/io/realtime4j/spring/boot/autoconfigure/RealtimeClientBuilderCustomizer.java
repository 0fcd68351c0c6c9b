package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.realtime.DefaultRealtimeClient;

/**
 * Callback interface that can be implemented by beans wishing to customize the
 * {@link DefaultRealtimeClient} of the auto-configuration before it is built.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeClientBuilderCustomizer {

	/**
	 * Customize the client.
	 * @param builder the builder to customize
	 */
	void customize(DefaultRealtimeClient.Builder builder);

}
