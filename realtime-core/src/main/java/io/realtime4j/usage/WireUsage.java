package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.LongStream;

import io.realtime4j.model.transcription.TranscriptionDuration;
import io.realtime4j.model.transcription.TranscriptionInputTokenDetails;
import io.realtime4j.model.transcription.TranscriptionTokens;
import io.realtime4j.model.transcription.TranscriptionUsage;
import io.realtime4j.model.usage.CachedTokensDetails;
import io.realtime4j.model.usage.InputTokenDetails;
import io.realtime4j.model.usage.OutputTokenDetails;
import io.realtime4j.model.usage.ResponseUsage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what servers say of usage. Details may be missing: what they leave open of a
 * total are tokens of no known modality, and negative numbers are none.
 */
final class WireUsage {

	private static final double MAX_SECONDS = 1e9;

	private WireUsage() {
	}

	/**
	 * Read the usage of a response.
	 * @param usage what the server says
	 * @return the usage, or {@code null} if the server says nothing
	 */
	static @Nullable Usage of(@Nullable ResponseUsage usage) {
		if (usage == null || usage.equals(new ResponseUsage(null, null, null, null, null))) {
			return null;
		}
		TokenCount input = input(usage.inputTokenDetails(), usage.inputTokens());
		TokenCount output = output(usage.outputTokenDetails(), usage.outputTokens());
		if (input.total() == 0 && output.total() == 0) {
			// Of some servers only the total is known
			input = new TokenCount(0, 0, 0, count(usage.totalTokens()));
		}
		return Usage.ofTokens(input, cached(usage.inputTokenDetails(), input), output);
	}

	/**
	 * Read the usage of a transcription.
	 * @param usage what the server says
	 * @return the usage, or {@code null} if the server says nothing that is known
	 */
	static @Nullable Usage of(@Nullable TranscriptionUsage usage) {
		if (usage instanceof TranscriptionDuration duration) {
			return Usage.ofTime(duration(duration.seconds()));
		}
		if (usage instanceof TranscriptionTokens tokens) {
			TranscriptionInputTokenDetails details = tokens.inputTokenDetails();
			TokenCount input = (details != null)
					? complete(details.textTokens(), details.audioTokens(), null, tokens.inputTokens())
					: complete(null, null, null, tokens.inputTokens());
			// What a transcription gives is text
			return Usage.ofTokens(input, TokenCount.NONE, new TokenCount(count(tokens.outputTokens()), 0, 0, 0));
		}
		return null;
	}

	private static TokenCount input(@Nullable InputTokenDetails details, @Nullable Long total) {
		return (details != null)
				? complete(details.textTokens(), details.audioTokens(), details.imageTokens(), count(total))
				: complete(null, null, null, count(total));
	}

	private static TokenCount output(@Nullable OutputTokenDetails details, @Nullable Long total) {
		return (details != null) ? complete(details.textTokens(), details.audioTokens(), null, count(total))
				: complete(null, null, null, count(total));
	}

	private static TokenCount complete(@Nullable Long text, @Nullable Long audio, @Nullable Long image, long total) {
		TokenCount known = new TokenCount(count(text), count(audio), count(image), 0);
		return new TokenCount(known.text(), known.audio(), known.image(), Math.max(0, total - known.total()));
	}

	// Cached tokens are a part of the input, whatever a server says
	private static TokenCount cached(@Nullable InputTokenDetails details, TokenCount input) {
		if (details == null) {
			return TokenCount.NONE;
		}
		CachedTokensDetails cached = details.cachedTokensDetails();
		TokenCount known = (cached != null) ? new TokenCount(Math.min(count(cached.textTokens()), input.text()),
				Math.min(count(cached.audioTokens()), input.audio()),
				Math.min(count(cached.imageTokens()), input.image()), 0) : TokenCount.NONE;
		long rest = Math.min(count(details.cachedTokens()), input.total()) - known.total();
		return (rest > 0) ? known.plus(ofOneModality(rest, input)) : known;
	}

	// Where the input has one modality only, so have its cached tokens
	private static TokenCount ofOneModality(long tokens, TokenCount input) {
		boolean one = LongStream.of(input.text(), input.audio(), input.image(), input.other())
			.filter((count) -> count > 0)
			.count() == 1;
		if (one && input.text() > 0) {
			return new TokenCount(tokens, 0, 0, 0);
		}
		if (one && input.audio() > 0) {
			return new TokenCount(0, tokens, 0, 0);
		}
		return (one && input.image() > 0) ? new TokenCount(0, 0, tokens, 0) : new TokenCount(0, 0, 0, tokens);
	}

	private static long count(@Nullable Long tokens) {
		return (tokens != null) ? Math.max(0, tokens) : 0;
	}

	private static Duration duration(double seconds) {
		double bounded = Double.isNaN(seconds) ? 0 : Math.min(MAX_SECONDS, Math.max(0, seconds));
		return Duration.ofNanos(BigDecimal.valueOf(bounded).movePointRight(9).longValue());
	}

}
