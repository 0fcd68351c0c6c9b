package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Truncation that drops the oldest items down to a share of the limit,
 * {@code retention_ratio}.
 *
 * @param retentionRatio the share to keep, 0.0 to 1.0
 * @param tokenLimits limits of the context, or {@code null} if absent
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record RetentionRatio(double retentionRatio, @Nullable TokenLimits tokenLimits) implements Truncation {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "retention_ratio";
	}

}
