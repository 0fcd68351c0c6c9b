package io.realtime4j.live.model.session;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rule that names events of the server.
 *
 * @param type the type on the wire, or {@code null} if absent
 * @param responseEvent for {@code response.event}, the type of the event inside, or
 * {@code null} for all
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ServerEventSelector(@Nullable String type, @Nullable String responseEvent,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ServerEventSelector} instance.
	 */
	public ServerEventSelector {
		extra = Copies.extra(extra);
	}

	/**
	 * Return a rule for all events of a type.
	 * @param type the type on the wire
	 * @return the value
	 */
	public static ServerEventSelector of(String type) {
		return new ServerEventSelector(type, null, Map.of());
	}

}
