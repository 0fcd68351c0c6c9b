package io.realtime4j.spring.boot.autoconfigure.live;

import java.util.List;

/**
 * Several handlers could do delegated work.
 */
class AmbiguousDelegationHandlerException extends RuntimeException {

	AmbiguousDelegationHandlerException(List<String> names) {
		super("Several beans of type DelegationHandler could do the work that live sessions delegate: "
				+ String.join(", ", names));
	}

}
