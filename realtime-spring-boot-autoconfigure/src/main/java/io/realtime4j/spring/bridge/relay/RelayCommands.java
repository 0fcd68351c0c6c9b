package io.realtime4j.spring.bridge.relay;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.ExactEventReader;
import io.realtime4j.codec.InexactEventException;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputImage;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal reader for the events of relayed pages, which decides which of them are
 * allowed.
 */
public final class RelayCommands {

	private static final String NOT_ALLOWED = "event_not_allowed";

	/**
	 * Names of members that a page may be told again.
	 */
	private static final Pattern PLAIN = Pattern.compile("[ -~]{1,200}");

	private final ExactEventReader events = new ExactEventReader();

	private final Set<String> allowed;

	/**
	 * Create a reader.
	 * @param allowed the types of allowed events
	 */
	public RelayCommands(Set<String> allowed) {
		this.allowed = allowed;
	}

	/**
	 * Read an event, in either dialect. Its audio is not decoded.
	 * @param text the text
	 * @return the event, and whether it says all that the text says
	 * @throws BadFrameException if it is none
	 */
	RelayCommand read(String text) {
		try {
			return new RelayCommand(this.events.read(text), null);
		}
		catch (InexactEventException ex) {
			return new RelayCommand(ex.event(), String.valueOf(ex.getMessage()));
		}
		catch (RealtimeCodecException ex) {
			throw new BadFrameException(CloseStatus.BAD_DATA.withReason("A text frame must be a client event"));
		}
	}

	/**
	 * Check whether a page may say something.
	 * @param command what it says
	 * @throws InvalidCommandException if it may not
	 */
	void check(RelayCommand command) {
		ClientEvent event = command.event();
		if (!this.allowed.contains(event.type())) {
			throw notAllowed("This event is not allowed here.");
		}
		String problem = command.problem();
		if (problem != null) {
			throw notAllowed(PLAIN.matcher(problem).matches() ? problem + "." : "A member of this event is not known.");
		}
		if (event instanceof InputAudioBufferAppend append) {
			checkAudio(append.audio());
		}
		if (event instanceof ConversationItemCreate create) {
			checkItem(create.item());
		}
		if (event instanceof ResponseCreate create && create.response() != null && !isHarmless(create.response())) {
			throw notAllowed("A response may have output_modalities, max_output_tokens and metadata only.");
		}
	}

	private static void checkItem(Item item) {
		if (!(item instanceof UserMessage message)) {
			throw notAllowed("Only messages of the user may be added.");
		}
		List<ContentPart> content = message.content();
		if (content == null) {
			return;
		}
		for (ContentPart part : content) {
			if (part instanceof InputAudio spoken && spoken.audio() != null) {
				checkAudio(spoken.audio());
			}
			else if (!(part instanceof InputText || part instanceof InputAudio || part instanceof InputImage)) {
				throw notAllowed("A message of the user has text, audio and images only.");
			}
		}
	}

	private static void checkAudio(AudioData audio) {
		if (!audio.isBase64()) {
			throw notAllowed("Audio is base64.");
		}
	}

	private static InvalidCommandException notAllowed(String words) {
		return new InvalidCommandException(NOT_ALLOWED, words);
	}

	private static boolean isHarmless(ResponseSettings settings) {
		ResponseSettings.Builder harmless = ResponseSettings.builder();
		if (settings.outputModalities() != null) {
			harmless.outputModalities(settings.outputModalities());
		}
		if (settings.maxOutputTokens() != null) {
			harmless.maxOutputTokens(settings.maxOutputTokens());
		}
		if (settings.maxResponseOutputTokens() != null) {
			harmless.maxResponseOutputTokens(settings.maxResponseOutputTokens());
		}
		if (settings.metadata() != null) {
			harmless.metadata(settings.metadata());
		}
		return harmless.build().equals(settings);
	}

}
