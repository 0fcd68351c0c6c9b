package io.realtime4j.spring.boot.autoconfigure.aot;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * {@link RuntimeHintsRegistrar} for the files that pages are given and the schemas of the
 * store.
 */
class ResourceRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources()
			.registerPattern("io/realtime4j/spring/bridge/client/*")
			.registerPattern("io/realtime4j/spring/store/jdbc/*.sql");
	}

}
