package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.SessionSpec;

/**
 * Callback interface that can be implemented by beans wishing to customize the
 * specification of the auto-configured session beside its settings: its listeners and
 * attributes.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeSessionSpecCustomizer {

	/**
	 * Customize the session.
	 * @param spec the spec to customize
	 */
	void customize(SessionSpec.Builder spec);

}
