package io.realtime4j.spring.external;

import org.jspecify.annotations.Nullable;

/**
 * Session that an {@link ExternalEvent} tells of.
 *
 * @param id the id of the session, the same in all events of it
 * @param family its protocol family: {@code realtime}, {@code transcription},
 * {@code live} or {@code translation}
 * @param model the name of its model, or {@code null} if the server has not said it
 * @param tenant who pays, or {@code null} if that is not known
 * @param user whose session it is, or {@code null} if that is not known
 * @since 0.1.0
 */
public record ExternalSession(String id, String family, @Nullable String model, @Nullable String tenant,
		@Nullable String user) {

}
