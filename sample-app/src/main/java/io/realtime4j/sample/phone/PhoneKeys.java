package io.realtime4j.sample.phone;

import java.util.Map;

import io.realtime4j.event.server.InputAudioBufferDtmfEventReceived;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.tool.ToolChoiceMode;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.tool.ToolApprovalDecided;
import io.realtime4j.tool.ToolApprovalRequested;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets a caller decide by keys what a page lets people click: 1 approves, 2 refuses, and
 * # hangs up.
 */
@Component
class PhoneKeys {

	private static final String PENDING = "pending";

	private static final String QUESTION = "To cancel the booking, press 1. To keep it, press 2.";

	@EventListener
	void on(ToolApprovalRequested event) {
		ToolApproval approval = event.approval();
		if (approval.session() instanceof RealtimeSession session
				&& session.attributes().containsKey(PhoneManners.CALL)) {
			session.attributes().put(PENDING, approval);
			session.respond(ResponseSettings.builder().verbatim(QUESTION).toolChoice(ToolChoiceMode.NONE).build());
		}
	}

	@EventListener
	void on(ToolApprovalDecided event) {
		if (event.approval().session() instanceof RealtimeSession session) {
			session.attributes().remove(PENDING, event.approval());
		}
	}

	@EventListener
	void on(PhoneKeyPressed event) {
		press(event.call().session(), String.valueOf(event.key()));
	}

	@EventListener
	void on(RealtimeEvent<InputAudioBufferDtmfEventReceived> event) {
		press(event.session(), event.getPayload().event());
	}

	private static void press(RealtimeSession session, String key) {
		Map<String, Object> attributes = session.attributes();
		if ("#".equals(key)) {
			session.close();
		}
		else if (attributes.get(PENDING) instanceof ToolApproval approval) {
			switch (key) {
				case "1" -> approval.approve();
				case "2" -> approval.reject("The caller keeps the booking");
				default -> {
					// No answer to the question
				}
			}
		}
	}

}
