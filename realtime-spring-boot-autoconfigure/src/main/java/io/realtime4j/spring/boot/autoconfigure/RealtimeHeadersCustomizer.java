package io.realtime4j.spring.boot.autoconfigure;

import java.util.Map;

/**
 * Callback interface that can be implemented by beans wishing to customize the headers of
 * a connection. It is called for each connection, so that tokens which expire can be
 * renewed. With such a bean no API key is required.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeHeadersCustomizer {

	/**
	 * Customize the headers of a connection that is about to be opened.
	 * @param headers the headers by name, to be changed in place
	 */
	void customize(Map<String, String> headers);

}
