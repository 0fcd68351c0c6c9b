package io.realtime4j.spring.boot.autoconfigure.live;

import io.realtime4j.live.session.LiveSpec;

/**
 * Callback interface that can be implemented by beans wishing to customize the default
 * specification of live sessions beside their settings: their listeners, attributes and
 * tools.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LiveSpecCustomizer {

	/**
	 * Customize the default.
	 * @param spec the spec to customize
	 */
	void customize(LiveSpec.Builder spec);

}
