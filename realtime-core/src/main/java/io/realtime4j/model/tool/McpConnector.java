package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Connector of the service, instead of the URL of a server. Open: a value that is not
 * among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record McpConnector(@JsonValue String value) {

	/**
	 * The connector {@code connector_dropbox}.
	 */
	public static final McpConnector DROPBOX = new McpConnector("connector_dropbox");

	/**
	 * The connector {@code connector_gmail}.
	 */
	public static final McpConnector GMAIL = new McpConnector("connector_gmail");

	/**
	 * The connector {@code connector_googlecalendar}.
	 */
	public static final McpConnector GOOGLECALENDAR = new McpConnector("connector_googlecalendar");

	/**
	 * The connector {@code connector_googledrive}.
	 */
	public static final McpConnector GOOGLEDRIVE = new McpConnector("connector_googledrive");

	/**
	 * The connector {@code connector_microsoftteams}.
	 */
	public static final McpConnector MICROSOFTTEAMS = new McpConnector("connector_microsoftteams");

	/**
	 * The connector {@code connector_outlookcalendar}.
	 */
	public static final McpConnector OUTLOOKCALENDAR = new McpConnector("connector_outlookcalendar");

	/**
	 * The connector {@code connector_outlookemail}.
	 */
	public static final McpConnector OUTLOOKEMAIL = new McpConnector("connector_outlookemail");

	/**
	 * The connector {@code connector_sharepoint}.
	 */
	public static final McpConnector SHAREPOINT = new McpConnector("connector_sharepoint");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public McpConnector {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
