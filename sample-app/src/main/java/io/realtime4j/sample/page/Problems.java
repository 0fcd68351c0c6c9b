package io.realtime4j.sample.page;

import java.util.Map;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.model.response.StatusDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says on the pages what went wrong.
 */
@Component
class Problems {

	private final LivePages pages;

	Problems(LivePages pages) {
		this.pages = pages;
	}

	@EventListener
	void on(ErrorEvent event) {
		tell("The server reports an error: " + words(event.error()));
	}

	@EventListener
	void on(ResponseDone event) {
		ResponseStatus status = event.response().status();
		StatusDetails details = event.response().statusDetails();
		if (ResponseStatus.FAILED.equals(status)) {
			tell("The answer failed: " + words((details != null) ? details.error() : null));
		}
		else if (ResponseStatus.INCOMPLETE.equals(status)) {
			tell("The answer is incomplete"
					+ ((details != null && details.reason() != null) ? " (" + details.reason().value() + ")" : "")
					+ ".");
		}
	}

	private void tell(String problem) {
		this.pages.show(PageMessage.passing("problem", Map.of("text", problem)));
	}

	private static String words(@Nullable RealtimeError error) {
		if (error == null) {
			return "the server does not say why";
		}
		return (error.message() != null) ? error.message() : String.valueOf(error.code());
	}

}
