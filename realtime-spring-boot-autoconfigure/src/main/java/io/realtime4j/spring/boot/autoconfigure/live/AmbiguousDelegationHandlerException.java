package io.realtime4j.spring.boot.autoconfigure.live;

import java.util.List;

/**
 * Several handlers could do delegated work.
 */
class AmbiguousDelegationHandlerException extends RuntimeException {

	private static final String ACTION = "Mark the one that sessions have by default as @Primary. A single session gets"
			+ " another one by DelegationRunner.equip(spec, handler).";

	private final String description;

	AmbiguousDelegationHandlerException(List<String> names) {
		this("Several beans of type DelegationHandler could do the work that live sessions delegate: "
				+ String.join(", ", names) + ".");
	}

	private AmbiguousDelegationHandlerException(String description) {
		super(description + " " + ACTION);
		this.description = description;
	}

	String description() {
		return this.description;
	}

	String action() {
		return ACTION;
	}

}
