package io.realtime4j.readme;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.session.SessionSettings;

/**
 * The page of the README on the codec.
 */
final class CodecSnippet {

	private CodecSnippet() {
	}

	static String[] run(String frame, SessionSettings settings) {
		// tag::codec[]
		RealtimeCodec codec = RealtimeCodec.create();
		ServerEvent event = codec.decodeServerEvent(frame);
		if (event instanceof ResponseOutputTextDelta delta) {
			System.out.print(delta.delta());
		}
		else if (event instanceof UnknownServerEvent unknown) {
			System.out.println("Not known yet: " + unknown.json());
		}
		ClientEvent question = ConversationItemCreate.of(UserMessage.text("What is the time?"));
		String text = codec.encode(question);
		String beta = RealtimeCodec.create(Dialect.BETA).encode(SessionUpdate.of(settings));
		// end::codec[]
		return new String[] { text, beta };
	}

}
