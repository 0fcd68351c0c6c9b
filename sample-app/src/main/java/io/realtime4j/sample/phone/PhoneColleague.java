package io.realtime4j.sample.phone;

import java.net.URI;
import java.util.concurrent.CompletionStage;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.tool.ToolException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Puts callers who want a person through to one. The number is that of the configuration:
 * the model does not choose it.
 */
@Component
@ConditionalOnProperty("desk.colleague")
class PhoneColleague {

	private final URI colleague;

	PhoneColleague(@Value("${desk.colleague}") String number) {
		this.colleague = URI.create("tel:" + number);
	}

	@RealtimeTool(name = "call_colleague",
			description = "Put a caller who wants a person through to one. Say that you do so, then call this")
	CompletionStage<String> call(RealtimeSession session) {
		PhoneCall call = PhoneCall.of(session);
		if (call == null) {
			throw new ToolException("Only those who call by telephone can be put through.");
		}
		return call.transfer(this.colleague)
			.handle((done, ex) -> (ex instanceof PhoneTransferException failed)
					? "Nobody can be reached now: " + failed.reason() : "The caller is put through.");
	}

}
