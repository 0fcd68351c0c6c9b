package io.realtime4j.session.realtime;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.realtime4j.ProtocolFiles;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingsComparison}.
 */
class SettingsComparisonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "{'instructions':'a'} | {'instructions':'a','id':'s'} | -",
			"{'instructions':'a'} | {'instructions':'b'} | instructions",
			"{'audio':{'input':{'format':{'rate':16000}}}} | {'audio':{'input':{'format':{'rate':24000}}}} | audio.input.format.rate",
			"{'audio':{'input':{'turn_detection':{'type':'server_vad'}}}} | {'audio':{'input':{'turn_detection':null}}} | audio.input.turn_detection",
			"{'turn_detection':null} | {'turn_detection':{'type':'server_vad'}} | turn_detection",
			"{'turn_detection':null} | {'turn_detection':null} | -", "{'turn_detection':null} | {} | -",
			"{'speed':1} | {'speed':1.0} | -", "{'speed':0.9} | {'speed':0.8999999761581421} | -",
			"{'speed':0.9} | {'speed':0.8} | speed", "{'tools':[]} | {'tools':[{'name':'t'}]} | tools",
			"{'tools':[{'name':'t'}]} | {'tools':[{'name':'t','description':''}]} | -",
			"{'tools':[{'name':'t'}]} | {'tools':[{'name':'u'}]} | tools",
			"{'voice':'alloy'} | {'voice':{'name':'alloy','type':'openai'}} | -",
			"{'prompt':'secret'} | {'model':'m'} | -" })
	void onlyWhatIsReportedOtherwiseDiffers(String requested, String reported, String difference) {
		assertThat(SettingsComparison.differences(event(requested), event(reported)))
			.isEqualTo((difference != null) ? List.of(difference) : List.of());
	}

	@Test
	void allDifferencesAreNamed() {
		assertThat(SettingsComparison.differences(event("{'a':1,'b':{'c':2,'d':3}}"), event("{'a':2,'b':{'c':3}}")))
			.containsExactly("a", "b.c");
	}

	// Servers say more than was asked for, round numbers and fill in defaults: none of
	// that may raise an alarm. One of them keeps its own instructions when it is asked
	// for none at all, and that is told
	@ParameterizedTest
	@MethodSource("recordings")
	void settingsThatRealServersTookDoNotDiffer(Path recording) {
		Deque<JsonNode> requests = new ArrayDeque<>();
		for (JsonNode line : ProtocolFiles.lines(recording)) {
			String type = line.at("/data/type").asString("");
			if (type.equals("session.update")) {
				requests.add(line.get("data"));
			}
			else if (type.equals("session.updated") && !requests.isEmpty()) {
				JsonNode request = requests.remove();
				boolean silenced = request.at("/session/instructions").asString("any").isEmpty();
				assertThat(SettingsComparison.differences(request.toString(), line.get("data").toString()))
					.isEqualTo(silenced ? List.of("instructions") : List.of());
			}
		}
	}

	static List<Named<Path>> recordings() {
		return ProtocolFiles.list("recordings", ".jsonl")
			.stream()
			.filter((file) -> !file.getFileName().toString().startsWith("probe"))
			.map((file) -> Named.of(String.valueOf(file.getFileName()), file))
			.toList();
	}

	private static String event(String session) {
		return ("{'session':" + session + "}").replace('\'', '"');
	}

}
