package io.realtime4j.spring.websocket;

import java.util.AbstractList;
import java.util.Objects;

/**
 * The value of a header that must not be seen: Spring writes the headers of a handshake
 * into its log at trace level.
 */
final class SecretHeaderValue extends AbstractList<String> {

	private final String value;

	SecretHeaderValue(String value) {
		this.value = value;
	}

	@Override
	public String get(int index) {
		Objects.checkIndex(index, 1);
		return this.value;
	}

	@Override
	public int size() {
		return 1;
	}

	@Override
	public String toString() {
		return "[******]";
	}

}
