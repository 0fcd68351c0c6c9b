package io.realtime4j.model.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Reactions of the server when the user starts or stops speaking, according to the
 * settings of a session. Absent settings have the defaults of the service: it detects
 * turns, answers them, and lets speech interrupt an answer.
 *
 * @param detects whether the server finds turns; {@code false} for push-to-talk
 * @param answers whether it creates a response when a turn ends
 * @param interrupts whether speech interrupts a response
 * @since 0.1.0
 */
public record TurnTaking(boolean detects, boolean answers, boolean interrupts) {

	/**
	 * The default of the service.
	 */
	public static final TurnTaking DEFAULT = new TurnTaking(true, true, true);

	private static final TurnTaking MANUAL = new TurnTaking(false, false, false);

	/**
	 * Read the settings of a session.
	 * @param settings the settings, as the server acknowledged them
	 * @return what they mean
	 */
	public static TurnTaking of(SessionSettings settings) {
		Toggled toggled = Toggled.of(settings);
		if (toggled.off()) {
			return MANUAL;
		}
		TurnDetection detection = toggled.detection();
		if (detection instanceof ServerVad vad) {
			return new TurnTaking(true, isNotFalse(vad.createResponse()), isNotFalse(vad.interruptResponse()));
		}
		if (detection instanceof AzureSemanticVad vad) {
			return new TurnTaking(true, isNotFalse(vad.createResponse()), isNotFalse(vad.interruptResponse()));
		}
		return (detection instanceof SemanticVad vad)
				? new TurnTaking(true, isNotFalse(vad.createResponse()), isNotFalse(vad.interruptResponse())) : DEFAULT;
	}

	/**
	 * Return the silence after which the server takes a turn to have ended.
	 * @param settings the settings, as the server acknowledged them
	 * @return the duration, or {@code null} if they do not say it, as with
	 * {@code semantic_vad}
	 */
	public static @Nullable Duration silence(SessionSettings settings) {
		TurnDetection detection = Toggled.of(settings).detection();
		Long millis = (detection instanceof ServerVad vad) ? vad.silenceDurationMs()
				: (detection instanceof AzureSemanticVad vad) ? vad.silenceDurationMs() : null;
		return (millis != null) ? Duration.ofMillis(millis) : null;
	}

	private static boolean isNotFalse(@Nullable Boolean value) {
		return !Boolean.FALSE.equals(value);
	}

	/**
	 * The setting as it stands.
	 */
	private record Toggled(boolean off, @Nullable TurnDetection detection) {

		static Toggled of(SessionSettings settings) {
			SessionAudio audio = SessionFormats.audio(settings);
			AudioInput input = (audio != null) ? audio.input() : null;
			if (input == null || input.turnDetection() == null) {
				return new Toggled(false, null);
			}
			TurnDetection detection = input.turnDetection().value();
			return new Toggled(detection == null, detection);
		}

	}

}
